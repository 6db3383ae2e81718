/** English: the words of files that leave the app, but for the report's own. */
const sharing = {
	lock: {
		title: 'Protected report',
		text: 'This file is encrypted. It is decrypted in this browser; nothing is sent anywhere.',
		passphrase: 'Passphrase',
		open: 'Open the report',
		waiting:
			'A script in this file opens it. If this sentence stays, scripts are turned off here or the file has been changed.',
		opening: 'Opening…',
		failed: 'It does not open: the passphrase is another one, or the file has been changed.',
		unsupported: 'This browser offers no decryption for this page. Open the file in a current browser.'
	}
} as const;
export default sharing;
