/** What an export of a language is written with. */
export interface Words {
	/** Names of columns; those of a table are drawn from here. */
	readonly headers: Readonly<Record<Field, readonly string[]>>;
	readonly family: readonly string[];
	readonly given: readonly string[];
	/** Between a given and a family name, and which comes first. */
	readonly nameOrder: 'family-first' | 'given-first';
	readonly cities: readonly string[];
	readonly products: readonly string[];
	readonly statuses: readonly string[];
	readonly remarks: readonly string[];
	readonly companies: readonly string[];
}

export const fields = [
	'order',
	'customer',
	'date',
	'amount',
	'city',
	'product',
	'status',
	'remark',
	'company'
] as const;
export type Field = (typeof fields)[number];

/** Languages by the legacy encoding that their older programs write. */
export type Language = 'simplified' | 'traditional' | 'japanese' | 'western';

const list = (text: string): readonly string[] => text.split('|');

export const words: Readonly<Record<Language, Words>> = {
	simplified: {
		headers: {
			order: list('订单编号|单号|交易流水|Order ID'),
			customer: list('买家昵称|客户名称|会员姓名|收货人'),
			date: list('下单时间|付款日期|成交日期|Date'),
			amount: list('实付金额|总价（元）|货款合计|Amount'),
			city: list('城市|收货地址|所属区域'),
			product: list('宝贝标题|品名规格|货品'),
			status: list('订单状态|物流状态'),
			remark: list('买家留言|备注|评价内容'),
			company: list('单位名称|开票抬头')
		},
		family: list(
			'欧阳|司马|诸葛|邱|龚|尹|薛|阎|段|雷|侯|龙|史|陶|黎|贺|顾|毛|郝|钱|严|覃|武|戴|莫|孔|向|汤|樊|霍'
		),
		given: list(
			'雨桐|梓涵|浩然|欣怡|子轩|佳琪|志强|秀兰|桂英|鹏飞|晓彤|思远|若曦|建业|淑珍|嘉豪|婉清|铭|璐|颖|倩|硕|晗|昊'
		),
		nameOrder: 'family-first',
		cities: list(
			'哈尔滨|呼和浩特|乌鲁木齐|石家庄|郑州|合肥|昆明|贵阳|兰州|西宁|银川|海口|厦门|青岛|沈阳|长春|温州|绍兴|佛山|东莞|烟台|洛阳|襄阳|绵阳'
		),
		products: list(
			'保温杯|羊绒围巾|蓝牙耳机|登山背包|有机绿茶|婴儿湿巾|智能手环|即食燕麦片|纯棉床单四件套|真皮钱包|不粘炒锅|空气净化器滤芯|儿童积木|坚果礼盒|护手霜'
		),
		statuses: list('待发货|已签收|退款中|部分退货|拒收|已评价|物流异常'),
		remarks: list(
			'请尽快寄出，谢谢！|包装破损，希望补发一件|第二次回购，质量稳定|颜色偏深，与图片略有差异|麻烦附上发票|周末不在家，请放门卫|客服态度很好，解决了问题|尺码偏小，建议拍大一号'
		),
		companies: list('杭州云栖贸易|苏州恒瑞机电|成都蓉锦服饰|武汉江汉仪表|大连港湾物流|佛山陶源建材')
	},
	traditional: {
		headers: {
			order: list('訂單編號|交易序號|Order ID'),
			customer: list('買家姓名|客戶名稱|會員暱稱'),
			date: list('下單時間|付款日期|Date'),
			amount: list('實付金額|總價|應收帳款|Amount'),
			city: list('縣市|收件地址|區域'),
			product: list('商品名稱|品項規格'),
			status: list('訂單狀態|配送進度'),
			remark: list('買家備註|評價內容|留言'),
			company: list('公司抬頭|統一編號名稱')
		},
		family: list('歐陽|蔡|賴|詹|簡|邱|鍾|游|廖|葉|莊|柯|翁|顏|盧|蘇|魏|潘|戴|范|溫|塗|闕|龔'),
		given: list('雅婷|怡君|宗翰|冠廷|淑惠|美玲|俊傑|家豪|詩涵|欣儀|志明|麗華|柏翰|佩蓉|承恩|品妍|鈺婷|嘉玲'),
		nameOrder: 'family-first',
		cities: list(
			'基隆市|宜蘭縣|苗栗縣|彰化縣|南投縣|嘉義市|屏東縣|花蓮縣|臺東縣|澎湖縣|九龍旺角|香港島灣仔|新界沙田|金門縣'
		),
		products: list(
			'鳳梨酥禮盒|烏龍茶葉|無線滑鼠|羽絨外套|保濕面膜|不鏽鋼鍋具|電動牙刷|純棉襯衫|兒童繪本|藍牙喇叭|運動毛巾|行動電源'
		),
		statuses: list('處理中|已出貨|退貨申請|待付款|配達|訂單取消|部分退款'),
		remarks: list(
			'請於週六上午配送|包裝完整，品質優良|顏色與圖片不符，想換貨|麻煩開立三聯式發票|第二次購買，非常滿意|寄件前請先來電聯絡|尺寸偏小，建議買大一號'
		),
		companies: list('臺中精密機械|高雄港務物流|新竹光電材料|永豐茶行|鼎盛國際貿易')
	},
	japanese: {
		headers: {
			order: list('注文番号|受注コード|伝票No|Order ID'),
			customer: list('お客様名|氏名|顧客名カナ'),
			date: list('注文日|受注日時|Date'),
			amount: list('金額|合計（税込）|請求額|Amount'),
			city: list('都道府県|お届け先住所|地域'),
			product: list('商品名|品目'),
			status: list('ステータス|配送状況'),
			remark: list('備考|お問い合わせ内容|レビュー'),
			company: list('会社名|取引先')
		},
		family: list('佐藤|鈴木|高橋|渡辺|伊藤|中村|斎藤|松本|清水|阿部|藤田|小笠原|大塚|タナカ|ヤマモト'),
		given: list('陽菜|健太|さくら|大輔|美咲|ひなた|翔太|真由美|和子|ケンジ|ハナコ|ゆうき|香織|直樹'),
		nameOrder: 'family-first',
		cities: list(
			'東京都港区|大阪府堺市|北海道札幌市|福岡県北九州市|愛知県豊田市|沖縄県那覇市|京都府宇治市|神奈川県鎌倉市|広島県呉市|宮城県仙台市'
		),
		products: list(
			'ワイヤレスイヤホン|抹茶クッキー|綿タオルセット|電気ケトル|レインコート|ノート5冊組|ペット用ベッド|日本酒（純米）|カレールウ|子供用自転車'
		),
		statuses: list('発送済み|入金待ち|キャンセル|返品受付|配達完了|一部返金'),
		remarks: list(
			'日曜の午前中に届けてください。|色が写真と少し違いました|とても使いやすいです！|領収書をお願いします|サイズが合わず交換を希望|梱包が丁寧で安心しました|担当者へ折り返し電話してください'
		),
		companies: list('株式会社サクラ商事|有限会社みどり工業|東海運輸|北国フーズ|日の出電機')
	},
	western: {
		headers: {
			order: list('Auftrag|Commande|N° pedido|Encomenda|Order ID'),
			customer: list('Kunde|Client|Cliente|Käufer|Nom du client'),
			date: list('Datum|Date|Fecha|Créé le'),
			amount: list('Betrag|Montant (€)|Importe|Valor líquido|Amount'),
			city: list('Ort|Ville|Población|Região'),
			product: list('Artikel|Désignation|Artículo|Größe'),
			status: list('Status|État|Situação'),
			remark: list('Bemerkung|Remarques|Observación'),
			company: list('Firma|Société|Compañía')
		},
		family: list(
			'Müller|Groß|Özdemir|Lefèvre|Gonçalves|Núñez|Bjørnsen|Lindström|Peña|Château|Weiß|Andersen|Rossi|O’Brien|Jäger|García|D’Angelo|Smith'
		),
		given: list(
			'Jürgen|Zoë|François|Inês|Søren|Begoña|Anaïs|Thomas|Chloë|João|Åsa|María|René|Björn|Hélène|Anna|Paul'
		),
		nameOrder: 'given-first',
		cities: list(
			'Köln|Zürich|Besançon|A Coruña|São Paulo|Malmö|Århus|Nîmes|Cádiz|Lübeck|London|Évora|Bern|Düsseldorf|Málaga'
		),
		products: list(
			'Käsemesser 12 cm|Crème brûlée|Jamón ibérico ½ kg|Wärmflasche|Étagère chêne|Pão de queijo|T-shirt|Straßenschuh Größe 42|Sacoche en cuir|Lampe – klein'
		),
		statuses: list('bezahlt|payé|enviado|zurückgeschickt|annulé|concluído|geöffnet'),
		remarks: list(
			'Bitte „vor 12 Uhr“ liefern|Emballage abîmé à l’arrivée|Muy contento con el envío|Größe fällt zu klein aus|Réponse reçue – merci|Não está disponível|20 °C lagern|Prix 19 € au lieu de 25 €'
		),
		companies: list(
			'Gebrüder Höß GmbH|Société Générale d’Épicerie|Fábrica Española S.A.|Café & Söhne OHG|Northern Supply Ltd'
		)
	}
};
