/** Words in headers that say where a customer comes from, the most telling first. */
const telling: readonly RegExp[] = [
	/channel|渠道/i,
	/\b(utm|source|medium|referr)|来源/i,
	/campaign|活动|coupon|promo|discount.?code|优惠/i,
	/store|shop|branch|门店|店铺/i,
	/region|area|province|state\b|country|market|地区|区域|大区|省|国家/i,
	/city|城市/i,
	/category|department|品类|类目|类别/i,
	/segment|type\b|类型/i,
	/product|item|sku|description|商品|产品|品名/i
];

/**
 * The attribute that most likely says where customers come from, by its header: channel before campaign before store
 * before region before product; where no header speaks, the first. Null without attributes.
 *
 * @example
 * suggestAttribute(['Description', 'Country']) // => 'Country'
 * suggestAttribute(['颜色', '订单渠道']) // => '订单渠道'
 * suggestAttribute(['Size', 'Colour']) // => 'Size'
 * suggestAttribute([]) // => null
 */
export function suggestAttribute(headers: readonly string[]): string | null {
	for (const words of telling) {
		const found = headers.find((header) => words.test(header));
		if (found !== undefined) return found;
	}
	return headers[0] ?? null;
}
