// Runs before the first paint, so that neither theme nor language flash. The settings are kept by the app.
(function () {
	var saved = {};
	try {
		saved = JSON.parse(localStorage.getItem('clientele.settings') || '{}') || {};
	} catch {
		// Storage is forbidden or unreadable: the system's wishes count.
	}
	var root = document.documentElement;
	if (saved.theme === 'light' || saved.theme === 'dark') root.dataset.theme = saved.theme;
	var wished = [saved.locale].concat(navigator.languages || []).find(function (language) {
		return /^(zh|en)\b/i.test(language || '');
	});
	root.lang = /^zh/i.test(wished || '') ? 'zh-CN' : 'en';
})();
