// SPDX-License-Identifier: Apache-2.0
// 1. Forms of one word share a stem class: twelve families or more for each language that inflects, of the words that
//    help centers are made of.
// 2. Words that look alike and mean something else do not.
// 3. Spellings of one word share a class: with the letters of the language, without them, and as people write them on
//    another keyboard.
// 4. A class is stable: asked twice it is the same, and a family's classes are apart from those of the other families.
// 5. Vowels of Turkish words typed without the letters of the language.
#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/language_pack.h"
#include "text/test_tokens.h"
#include "text/vowel_harmony.h"

namespace signpost::text {
namespace {

struct Language {
  std::string_view tag;
  std::vector<std::string_view> families;   // forms with blanks between
  std::vector<std::string_view> strangers;  // pairs that must not share a class
};

// The classes of the words of `text`.
std::vector<std::string> Classes(std::string_view tag, std::string_view text) {
  const Analyzer analyzer(FindLanguagePack(tag));
  TokenList list;
  analyzer.Analyze(text, &list);
  std::vector<std::string> out;
  for (const Token& token : list.tokens) {
    out.push_back(analyzer.Stem(list.Term(token)));
    CHECK(analyzer.Stem(list.Term(token)) == out.back());
  }
  return out;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += StrCat(out.empty() ? "" : " ", word);
  return out;
}

const std::vector<Language> kLanguages = {
    {"en",
     {"return returns returned returning", "delivery deliveries", "ship ships shipped shipping", "jacket jackets",
      "phone phones", "mouse mice", "individual individuals", "child children", "buy buys buying bought",
      "pay pays paid paying", "cancel cancels cancelled cancelling", "address addresses", "battery batteries",
      "setting settings", "send sends sent sending", "choose chose chosen choosing", "update updates updated updating",
      "shelf shelves"},
     {"card care", "ship shape", "order ordain", "bill ball", "password passport"}},
    {"es",
     {"pedido pedidos", "canción canciones", "devolución devoluciones", "dirección direcciones", "envío envíos",
      "contraseña contraseñas", "cuenta cuentas", "año años", "niño niños niña niñas", "vez veces", "tarjeta tarjetas",
      "cancelar cancelado cancelada cancelando cancelo", "pagar pagado pagados", "factura facturas",
      "instalar instalado instalación", "botón botones", "página páginas", "cupón cupones"},
     {"cuenta cuerpo", "pedido pedal", "carta cartel", "pago pagano", "banco banda"}},
    {"pt",
     {"pedido pedidos", "informação informações", "devolução devoluções", "cartão cartões", "botão botões",
      "cupom cupons", "jornal jornais", "endereço endereços", "senha senhas", "conta contas", "viagem viagens",
      "cancelar cancelado cancelada cancelamos", "instalar instalado instalação", "papel papéis",
      "disponível disponíveis", "opção opções"},
     {"conta contrato", "carta cartaz", "pedido pedra", "banco banda", "senha senhor"}},
    {"fr",
     {"commande commandes", "annuler annulé annulée annulées annulez", "payer payé payée", "numéro numéros",
      "délai délais", "colis", "remboursement remboursements", "facture factures", "adresse adresses",
      "livraison livraisons", "expédié expédiée expédier", "connexion connexions", "retourner retourné retournés",
      "carte cartes", "envoyer envoyé envoyée"},
     {"carte carton", "compte comté", "livre livraison", "poste poison", "port porc"}},
    {"de",
     {"Rückgabe Rückgaben", "Größe Größen", "Haus Häuser", "Buch Bücher", "Bestellung Bestellungen",
      "Lieferung Lieferungen", "Karte Karten", "bezahlen bezahlt bezahle", "Konto Kontos", "Passwort Passwörter",
      "Rechnung Rechnungen", "Gerät Geräte Geräten Geräts", "Schraube Schrauben", "Gutschein Gutscheine Gutscheins",
      "Statue Statuen", "Peter Peter's"},
     {"Karte Karton", "Konto Kontur", "Preis Prise", "Tasche Tasse", "Bestellung Bestand"}},
    {"it",
     {"restituzione restituzioni", "ordine ordini", "spedizione spedizioni", "carta carte", "indirizzo indirizzi",
      "fattura fatture", "pagamento pagamenti", "prodotto prodotti", "rimborso rimborsi", "negozio negozi",
      "annullare annullato annullata annullati", "conto conti", "telefono telefoni"},
     {"carta cartone", "conto contro", "porta porzione", "pagina pagano", "banco banda"}},
    {"nl",
     {"bestelling bestellingen", "levering leveringen", "kaart kaarten", "adres adressen", "factuur facturen",
      "rekening rekeningen", "pakket pakketten", "schoen schoenen", "product producten",
      "betalen betaald betaal betaling betalingen", "bus bussen", "korting kortingen", "foto foto's foto’s",
      "fiche fiches"},
     {"kaart kaars", "bestelling bestand", "pakket pakhuis", "korting kortsluiting", "levering leverancier"}},
    {"sv",
     {"beställning beställningar beställningen beställningarna", "jacka jackor jackan",
      "leverans leveranser leveransen", "faktura fakturor fakturan", "kund kunder kunden", "kort kortet",
      "adress adresser adressen", "retur returer returen", "betalning betalningar", "paket paketet", "konto kontot",
      "produkt produkter produkten", "lösenord lösenordet"},
     {"kund kunskap", "kort korv", "jacka jakt", "konto kontor", "paket pappa"}},
    {"da",
     {"bestilling bestillinger bestillingen", "størrelse størrelser størrelsen", "levering leveringer",
      "faktura fakturaer fakturaen", "kunde kunder kunden", "kort kortet", "adresse adresser adressen",
      "betaling betalinger", "pakke pakker pakken", "konto kontoen kontoer", "produkt produkter produktet",
      "vare varer varerne", "adgangskode adgangskoder", "cd cd'er cd'en"},
     {"kunde kunst", "kort korn", "pakke park", "vare vand", "konto kontor"}},
    {"no",
     {"bestilling bestillinger bestillingen", "størrelse størrelser størrelsen", "levering leveringer",
      "faktura fakturaer fakturaen", "kunde kunder kunden", "kort kortet", "adresse adresser adressen",
      "betaling betalinger", "pakke pakker pakken", "konto kontoen", "vare varer varene", "passord passordet",
      "butikk butikker butikken"},
     {"kunde kunst", "kort korn", "pakke park", "vare vann", "konto kontor"}},
    {"fi",
     {"tilaus tilauksen tilaukset tilauksia", "palautus palautuksen palautukset", "maksu maksun maksut",
      "lasku laskun laskut laskuja", "osoite osoitteen osoitteet", "kuva kuvan kuvat", "tuote tuotteen tuotteet",
      "kortti kortit", "salasana salasanan salasanat", "tili tilin tilit", "toimitus toimituksen toimitukset",
      "asiakas asiakkaan", "laite laitteen laitteet"},
     {"tili tila", "maksu maksa", "kortti kortisto", "lasku laskin", "tuote tuoli"}},
    {"pl",
     {"zamówienie zamówienia zamówieniu zamówieniem zamówień zamówieniami",
      "faktura faktury fakturze fakturę fakturą faktur", "zwrot zwrotu zwroty zwrotów zwrotem zwrotami",
      "płatność płatności płatnością", "przesyłka przesyłki przesyłkę przesyłek przesyłce",
      "paczka paczki paczkę paczek paczce", "konto konta kontem kontami", "nowy nowa nowe nowego nowym nowych",
      "kod kodu kody kodem kodów", "adres adresu adresy adresem", "karta karty kartę kart kartą",
      "logowanie logowania logowaniem", "Facebook Facebooka Facebook'u", "sklep sklepu sklepy sklepów"},
     {"karta kartka", "konto koniec", "kod kot", "adres adept", "faktura faktor"}},
    {"ru",
     {"заказ заказы заказа заказов заказом", "подарочный подарочная подарочные", "самолёт самолёты",
      "доставка доставки доставку доставкой", "оплата оплаты оплату", "возврат возврата возвраты",
      "карта карты карту картой", "пароль пароля пароли", "адрес адреса адресу", "товар товары товаров",
      "счёт счёта счёту", "магазин магазины магазина", "отменить отменил отменила"},
     {"карта картина", "счёт счастье", "товар товарищ", "пароль пароход", "заказ закат"}},
    {"tr",
     {"sipariş siparişler siparişlerim siparişimi", "ürün ürünler ürünlerin", "iade iadeler", "hesap hesabım hesabı",
      "kapı kapılar kapıların", "kargo kargonuz", "müşteri müşteriler", "kitap kitabı kitaplar", "ödeme ödemeler",
      "şifre şifreler", "kart kartlar kartlarım", "fatura faturalar", "mağaza mağazalar",
      "İstanbul İstanbul'da İstanbul’un"},
     {"kart kare", "kitap kibar", "hesap hece", "kapı kapak", "ürün üzüm"}},
    {"ar",
     {"كتاب الكتاب كتابي", "طلب الطلب طلبي", "حساب الحساب حسابي", "دفع الدفع", "منتج المنتج", "متجر المتجر",
      "سعر السعر", "بريد البريد", "عنوان العنوان عنواني", "رقم الرقم", "توصيل التوصيل", "استرجاع الاسترجاع"},
     {"كتاب كاتب", "طلب طالب", "حساب حاسب", "رقم رسم", "سعر شعر"}},
    {"ko",
     {"주문을 주문은 주문이란 주문에서", "배송을 배송은 배송", "환불을 환불은 환불", "결제는 결제를 결제",
      "상품을 상품의 상품", "계정에 계정을 계정", "비밀번호를 비밀번호는 비밀번호", "고객에게 고객은 고객",
      "카드로 카드를 카드", "영수증을 영수증은 영수증", "고양이가 고양이를 고양이", "서비스는 서비스의 서비스"},
     {"주문 주소", "배송 배우", "환불 환전", "결제 결과", "계정 계산"}},
};

TEST_CASE("StemClass: forms share one, and each family has its own", "[text]") {  // 1, 4
  for (const Language& language : kLanguages) {
    CHECK(language.families.size() >= 12);
    std::map<std::string, std::string_view> seen;
    for (const std::string_view family : language.families) {
      const std::vector<std::string> classes = Classes(language.tag, family);
      CAPTURE(language.tag, family, Joined(classes));
      CHECK(std::set<std::string>(classes.begin(), classes.end()).size() == 1);
      CHECK(seen.emplace(classes.front(), family).second);
    }
  }
}

TEST_CASE("StemClass: strangers do not share one", "[text]") {  // 2
  for (const Language& language : kLanguages) {
    CHECK(language.strangers.size() >= 5);
    for (const std::string_view pair : language.strangers) {
      const std::vector<std::string> classes = Classes(language.tag, pair);
      CAPTURE(language.tag, pair, Joined(classes));
      CHECK(classes.size() == 2);
      CHECK(classes.front() != classes.back());
    }
  }
}

TEST_CASE("StemClass: spellings share one", "[text]") {  // 3
  struct Case {
    std::string_view tag;
    std::string_view spellings;
    bool one_term;  // or else each is a term of its own
  };
  for (const Case& c : std::vector<Case>{
           {"es", "año ano", false},
           {"es", "niño nino", false},
           {"es", "contraseña contrasena", false},
           {"es", "España Espana", false},
           {"de", "ueber uber", false},
           {"de", "über uber", true},
           {"de", "Mueller Muller", false},
           {"de", "Müller Muller", true},
           {"de", "Straße Strasse", true},
           {"de", "Rueckgaben Rückgabe", false},
           {"de", "schoen schön", false},
           {"de", "Geraete Gerät", false},
           {"sv", "lösenord losenord", false},
           {"sv", "beställningar bestallning", false},
           {"sv", "återbetalning aterbetalning", false},
           {"fi", "työssä tyossa", false},
           {"fi", "käyttäjä kayttaja", false},
           {"da", "størrelse storrelse stoerrelse", false},
           {"da", "få fa faa", false},
           {"da", "æske aeske", false},
           {"no", "størrelse storrelse stoerrelse", false},
           {"no", "kjøp kjop kjoep", false},
           {"tr", "sipariş siparis", false},
           {"tr", "ürünler urunler", false},
           {"tr", "kapıların kapilarin", false},
           {"tr", "ısparta isparta", false},
           {"tr", "ISPARTA ısparta", true},
           {"tr", "İSTANBUL istanbul", true},
           {"tr", "müşteriler musteriler", false},
           {"tr", "ödemeler odemeler", false},
           {"tr", "şifre sifre", false},
           {"ru", "йод иод", false},
           {"ru", "ёлка елка", true},
           {"ru", "самолёты самолеты", true},
           {"fr", "cœur coeur", true},
           {"fr", "Cœlacanthe coelacanthe", true},
           {"da", "œuvre oeuvre", true},
           {"ar", "أحمد احمد", true},
           {"ar", "إرجاع ارجاع", true},
           {"ar", "مُحَمَّد محمد", true},
           {"ar", "مدرسة مدرسه", false},
           {"ar", "مستشفى مستشفي", false},
           {"ar", "علی علي", true},
           {"", "שָׁלוֹם שלום", true},
           {"pl", "płatność platnosc", true},
       }) {
    TokenList list;
    Analyzer(FindLanguagePack(c.tag)).Analyze(c.spellings, &list);
    std::set<std::string> terms;
    for (const Token& token : list.tokens) terms.emplace(list.Term(token));
    const std::vector<std::string> classes = Classes(c.tag, c.spellings);
    CAPTURE(c.tag, c.spellings, Joined(classes));
    CHECK(std::set<std::string>(classes.begin(), classes.end()).size() == 1);
    CHECK(terms.size() == (c.one_term ? 1 : classes.size()));
  }
}

TEST_CASE("VowelHarmony: what the vowels around tell", "[text]") {  // 5
  const VowelHarmony& harmony = FindLanguagePack("tr").harmony;
  struct Case {
    std::string_view typed;
    std::string_view restored;
  };
  for (const Case& c : std::vector<Case>{
           {"", ""},
           {"krt", "krt"},
           {"kapilarin", "kapıların"},
           {"urunler", "ürünler"},
           {"telefonlar", "telefonlar"},  // o behind the first syllable
           {"okulumuz", "okulumuz"},      // nothing is sure
           {"evlerimiz", "evlerimiz"},
           {"ornekleri", "örnekleri"},
       }) {
    CAPTURE(c.typed);
    CHECK(RestoreVowels(harmony, c.typed) == c.restored);
  }
  CHECK(RestoreVowels({}, "kapilarin") == "kapilarin");
}

}  // namespace
}  // namespace signpost::text
