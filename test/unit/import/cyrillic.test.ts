import { expect, it } from 'vitest';
import { decodeText } from '#lib/import/decode.ts';
import { guessEncoding } from '#lib/import/sniff/encoding.ts';
import { encodeLegacy } from '../../../scripts/encodings/legacy-encoder.ts';
import { drawFrom } from '../../../scripts/samples/random.ts';

const words = {
	headers: ['Номер заказа', 'Клиент', 'Дата', 'Сумма', 'Статус', 'Город', 'Товар'],
	family:
		'Иванов Смирнова Кузнецов Попова Соколов Лебедева Козлов Новикова Морозов Петрова Волков Соловьёва'.split(
			' '
		),
	given: 'Александр Мария Дмитрий Анна Сергей Елена Андрей Ольга Алексей Наталья Иван Юлия'.split(' '),
	cities: ['Москва', 'Санкт-Петербург', 'Новосибирск', 'Екатеринбург', 'Казань', 'Уфа', 'Пермь'],
	statuses: ['Оплачен', 'Отменён', 'доставлен', 'В обработке', 'Возврат'],
	products: ['Чай чёрный', 'Кофе в зёрнах', 'Шоколад молочный', 'ПАРКЕТ ДУБ', 'Лампа настольная, 5 Вт']
};
const english = ['order', 'customer', 'date', 'amount', 'status', 'city', 'product'];

function table(seed: number, rows: number): string {
	const draw = drawFrom(seed);
	const lines = [draw.chance(0.5) ? words.headers : english];
	for (let i = 0; i < rows; i++)
		lines.push([
			`SO${draw.int(100_000, 999_999)}`,
			`${draw.pick(words.family)} ${draw.pick(words.given)}`,
			`2024-0${draw.int(1, 9)}-1${draw.int(0, 9)}`,
			(draw.int(100, 99_999) / 100).toFixed(2),
			draw.pick(words.statuses),
			draw.pick(words.cities),
			draw.pick(words.products)
		]);
	return lines.map((line) => `${line.join(';')}\r\n`).join('');
}

it.each(['windows-1251', 'koi8-r'] as const)(
	'Of 360 Russian exports in %s of 1 to 300 rows all are decoded to the letter',
	(encoding) => {
		const wrong = [1, 2, 3, 10, 30, 300].flatMap((rows) =>
			Array.from({ length: 60 }, (_, seed) => table(seed, rows)).filter((text) => {
				const bytes = encodeLegacy(text, encoding);
				return decodeText(bytes, guessEncoding([bytes])[0]!.value) !== text;
			})
		);
		expect(wrong).toEqual([]);
	}
);
