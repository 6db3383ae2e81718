import type { NamedRole } from './header-names.ts';

type Names = Readonly<Partial<Record<NamedRole, string>>>;

const german: Names = {
	customer: `kundennummer kundennr kundenid kdnr kdnummer kundencode debitorennummer debitorennr debitornummer debitor
		mitgliedsnummer kunde kundenemail absenderemailadresse`,
	'customer-name': `kundenname firmenname firma debitorenname kaufername kaeufername besteller rechnungsempfanger rechnungsname`,
	order: `bestellnummer bestellnr bestellid bestellungsnummer auftragsnummer auftragsnr auftragsid auftrag bestellung
		rechnungsnummer rechnungsnr rechnung belegnummer belegnr belegfeld1 beleg vorgangsnummer transaktionsnummer
		transaktionsid transaktionscode bonnummer bonnr kassenbon`,
	date: `bestelldatum bestellzeit bestellzeitpunkt bestelltam auftragsdatum kaufdatum rechnungsdatum belegdatum
		buchungsdatum buchungstag zahlungsdatum zahldatum bezahltam verkaufsdatum transaktionsdatum datumuhrzeit datum
		zeitpunkt erstelltam erstellungsdatum tag monat zeitraum`,
	amount: `gesamtbetrag bestellwert bestellsumme bestellbetrag auftragswert auftragssumme rechnungsbetrag rechnungssumme
		gesamtsumme gesamtsummederbestellung endbetrag zahlbetrag umsatz nettoumsatz bruttoumsatz umsatznetto umsatzbrutto nettobetrag bruttobetrag
		betrag betragnetto betragbrutto gesamtnetto gesamtbrutto gesamtpreis summe positionsbetrag positionssumme zeilenbetrag
		warenwert nettowert bruttowert erlos erloes gesamt wert brutto netto`,
	cost: `wareneinsatz gesamtkosten selbstkosten einstandswert einkaufswert kosten`,
	profit: `rohertrag deckungsbeitrag rohgewinn gewinn`,
	quantity: `menge anzahl stuckzahl stueckzahl bestellmenge verkaufsmenge absatzmenge artikelanzahl stuck stueck`,
	price: `einzelpreis stuckpreis stueckpreis preisprostuck verkaufspreis einzelpreisnetto einzelpreisbrutto artikelpreis
		nettopreis bruttopreis preis`,
	status: `bestellstatus auftragsstatus bestellungsstatus zahlungsstatus zahlstatus rechnungsstatus`,
	product: `artikelnummer artikelnr artnr artikelid produktnummer produktid artikelbezeichnung artikelname produktname
		produktbezeichnung artikel produkt bezeichnung`
};

const french: Names = {
	customer: `numeroclient numerodeclient numclient noclient nclient ndeclient idclient codeclient identifiantclient referenceclient
		refclient compteclient acheteur adherent`,
	'customer-name': `nomduclient nomclient nomdelacheteur raisonsociale nomcomplet nom`,
	order: `numerodecommande numerocommande numcommande nocommande nodecommande ncommande ndecommande idcommande referencecommande
		referencedecommande refcommande commande numerodefacture numerofacture nofacture nodefacture nfacture ndefacture facture
		numerodetransaction idtransaction numerodeticket numeroticket numerodevente`,
	date: `datedecommande datecommande datedelacommande datedachat dateachat datedevente datevente datedefacture datefacture
		datedefacturation datefacturation datedepaiement datepaiement datedetransaction datetransaction dateheure
		datedecreation datecreation mois`,
	amount: `montanttotal totaldelacommande totalcommande montantdelacommande montantcommande montantpaye montanttotalttc
		montanttotalht montantttc montantht totalttc totalht montantnet montantbrut montantfacture chiffredaffaires caht cattc
		prixtotal montant valeur`,
	cost: `couttotal coutdesventes coutdachat cout`,
	profit: `beneficebrut benefice`,
	quantity: `quantite qte quantitecommandee quantitevendue nombredarticles nbarticles`,
	price: `prixunitaire prixunitaireht prixunitairettc puht puttc prixdevente prix`,
	status: `statutdelacommande statutcommande etatdelacommande etatcommande statutdepaiement statut etat`,
	product: `referenceproduit refproduit codeproduit idproduit referencearticle refarticle codearticle nomduproduit
		nomproduit nomdelarticle designation libelle produit article`
};

const spanish: Names = {
	customer: `idcliente iddecliente codigocliente codigodecliente numerodecliente numerocliente nocliente ncliente idusuario
		cliente comprador`,
	'customer-name': `nombredelcliente nombrecliente razonsocial nombreyapellidos nombrecompleto nombre`,
	order: `numerodepedido numeropedido nopedido nodepedido npedido ndepedido idpedido iddelpedido codigopedido referenciadelpedido
		referenciapedido pedido numerodefactura numerofactura nofactura nodefactura factura numerodeorden numeroorden nodeorden
		orden idtransaccion numerodetransaccion`,
	date: `fechadepedido fechadelpedido fechapedido fechadecompra fechacompra fechadeventa fechaventa fechadefactura
		fechafactura fechadepago fechapago fechatransaccion fechayhora fechahora fecha fechadecreacion fechacreacion mes`,
	amount: `importetotal totaldelpedido totalpedido importedelpedido importepedido montototal importepagado montopagado
		totalfactura importefactura totalventa ventas facturacion importeneto importebruto totalconiva totalsiniva
		baseimponible importe monto`,
	cost: `costetotal costototal costedeventas costodeventas coste costo`,
	profit: `beneficiobruto utilidadbruta beneficio ganancia utilidad`,
	quantity: `cantidad cant unidades uds piezas cantidadpedida cantidadvendida numerodearticulos`,
	price: `preciounitario preciounidad preciounit preciodeventa precioventa precio`,
	status: `estadodelpedido estadopedido estadodelaorden estadodepago estatus`,
	product: `codigodeproducto codigoproducto codigodearticulo codigoarticulo idproducto referenciaproducto
		nombredelproducto nombreproducto nombredelarticulo producto articulo`
};

const italian: Names = {
	customer: `idcliente codicecliente codcliente numerocliente clienteid cliente acquirente`,
	'customer-name': `nomecliente nomedelcliente ragionesociale nominativo nomeecognome intestatario nome`,
	order: `numeroordine numerodordine noordine nordine idordine codiceordine riferimentoordine ordine numerofattura nfattura
		fattura numerodocumento ndocumento numeroscontrino idtransazione`,
	date: `dataordine datadellordine datadordine dataacquisto datavendita datafattura datapagamento datadocumento
		datatransazione dataeora dataora data datacreazione mese`,
	amount: `importototale totaleordine importoordine totalefattura totaledocumento importonetto importolordo prezzototale
		totaleivato fatturato vendite imponibile ricavi ricavo importo totale valore`,
	cost: `costototale costodelvenduto costo`,
	profit: `utilelordo utile profitto guadagno`,
	quantity: `quantita qta pezzi numeropezzi quantitaordinata quantitavenduta`,
	price: `prezzounitario prezzounit prezzodivendita prezzovendita prezzo`,
	status: `statoordine statodellordine statopagamento`,
	product: `codiceprodotto codicearticolo codarticolo idprodotto nomeprodotto nomearticolo descrizionearticolo
		descrizioneprodotto prodotto articolo`
};

const portuguese: Names = {
	customer: `codigodocliente codigocliente idcliente iddocliente numerodocliente cliente comprador`,
	'customer-name': `nomedocliente nomecliente razaosocial nomedocomprador nomecompleto nome`,
	order: `numerodopedido numeropedido nopedido codigodopedido codigopedido iddopedido idpedido pedido numerodavenda nodavenda idvenda
		numerodaencomenda encomenda numerodanotafiscal numerodanota notafiscal numerodafatura fatura codigodatransacao`,
	date: `datadopedido datapedido datadacompra datacompra datadavenda datavenda datadopagamento datapagamento datadeemissao
		dataemissao datafaturamento dataehora datahora data datadacriacao datacriacao mes`,
	amount: `valortotal valordopedido valorpedido valortotaldopedido totaldopedido totalpedido valorpago valordavenda
		valorvenda faturamento receita valorliquido valorbruto precototal montante valor`,
	cost: `custototal custodasvendas custo`,
	profit: `lucrobruto lucroliquido lucro`,
	quantity: `quantidade qtde qtd quant unidades numerodeitens`,
	price: `precounitario valorunitario precounit valorunit precodevenda preco`,
	status: `statusdopedido statuspedido situacaodopedido estadodopedido statusdopagamento situacao`,
	product: `codigodoproduto codigoproduto idproduto nomedoproduto nomeproduto descricaodoproduto nomedoitem
		descricaodoitem produto`
};

const japanese: Names = {
	customer: `顧客id 顧客番号 顧客コード 会員番号 会員id 会員コード お客様番号 お客様id お客様コード 得意先コード 得意先番号 取引先コード
		ユーザーid 購入者id 注文者id 注文者メールアドレス 購入者メールアドレス 顧客 会員 得意先 購入者 メールアドレス`,
	'customer-name': `顧客名 会員名 お客様名 注文者氏名 購入者氏名 購入者名 得意先名 取引先名 会社名 氏名 お名前 名前`,
	order: `注文番号 注文id 注文no ご注文番号 受注番号 受注id 受注no 受注コード オーダー番号 オーダーid 購入id 売上番号 取引番号 取引id
		伝票番号 請求書番号`,
	date: `注文日時 注文日 ご注文日 注文年月日 受注日時 受注日 受注年月日 購入日時 購入日 売上日 売上日付 取引日時 取引日 決済日時 決済日
		入金日 伝票日付 計上日 請求日 年月日 日付 日時 作成日時 作成日 年月 対象月`,
	amount: `請求金額 合計金額 注文合計金額 注文合計 注文金額 受注金額 購入金額 売上金額 売上高 売上 お支払い金額 お支払金額 支払金額 決済金額
		取引金額 商品合計金額 商品合計 総合計 総額 税込金額 税抜金額 税込合計 金額合計 金額 合計 小計`,
	cost: `売上原価 原価金額 原価合計 原価`,
	profit: `売上総利益 粗利益 粗利額 粗利 利益額 利益`,
	quantity: `個数 数量 注文数量 注文数 受注数量 受注数 購入数量 購入個数 購入数 販売数量 販売数 商品個数`,
	price: `単価 商品単価 販売単価 販売価格 商品価格 売価 価格`,
	status: `注文ステータス 受注ステータス 注文状況 受注状況 決済状況 対応状況 ステータス`,
	product: `商品コード 商品番号 商品id 商品管理番号 製品コード 品目コード janコード 品番 型番 商品名 製品名 品目名 品名 商品`
};

/** What exports call their columns in other languages, as `headerNames`: without blanks, marks and accents, the surest first. */
export const headerNamesAbroad: readonly Names[] = [german, french, spanish, italian, portuguese, japanese];
