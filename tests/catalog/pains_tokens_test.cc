// SPDX-License-Identifier: Apache-2.0
// What people type to find a code, a version, a part number, and where it is marked: the complaints that search engines
// get most, each as a small index and a question.
//
// 1. Numbers and codes match exactly: never by a typo, never cut or rounded.
// 2. A leading minus is part of what was typed, not an exclusion.
// 3. Names with symbols are themselves: C++ is not C.
// 4. Part numbers, addresses and names of code are found whole, by their parts, and with other separators or none.
// 5. What is marked begins and ends where a character does, however many bytes it has.
#include <signpost/signpost.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace {

using signpost::Index;
using Strings = std::vector<std::string>;

// An index of documents that are a title each; the title is the objectID too.
Index Titles(const Strings& titles, const std::string& lang = "en") {
  auto builder = signpost::IndexBuilder::Create({.language = lang});
  REQUIRE(builder.ok());
  for (const std::string& title : titles)
    REQUIRE(builder->Add({.object_id = title, .lang = lang, .title = title}).ok());
  auto index = std::move(*builder).Build();
  REQUIRE(index.ok());
  return *std::move(index);
}

std::vector<signpost::Hit> Hits(const Index& index, const std::string& query) {
  auto response = index.Search(signpost::Audience::Public(), {.query = query});
  REQUIRE(response.ok());
  return std::move(response->hits);
}

// The titles found, best first.
Strings Found(const Index& index, const std::string& query) {
  Strings out;
  for (const signpost::Hit& hit : Hits(index, query)) out.push_back(hit.document.object_id);
  return out;
}

// The best hit's title with what matched in it marked.
std::string Marked(const std::string& title, const std::string& query, const std::string& lang = "en") {
  const auto hits = Hits(Titles({title, "another thing"}, lang), query);
  return hits.empty() ? "nothing" : hits.front().title.value;
}

// Every query finds `title` and nothing of what is beside it.
void CheckFinds(const std::string& title, const Strings& queries, const Strings& beside) {
  Strings titles = beside;
  titles.push_back(title);
  const Index index = Titles(titles);
  for (const std::string& query : queries) {
    CAPTURE(title, query);
    CHECK(Found(index, query) == Strings{title});
  }
}

// Every query, whose words alone are those of others too, finds `title` first.
void CheckFirst(const std::string& title, const Strings& queries, const Strings& beside) {
  Strings titles = beside;
  titles.push_back(title);
  const Index index = Titles(titles);
  for (const std::string& query : queries) {
    CAPTURE(title, query);
    const Strings found = Found(index, query);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front() == title);
  }
}

}  // namespace

TEST_CASE("Index: a number finds itself and no number like it", "[catalog]") {  // 1
  const Index years = Titles({"Fantasia 2000", "A Space Odyssey 2001"});
  CHECK(Found(years, "2001") == Strings{"A Space Odyssey 2001"});
  CHECK(Found(years, "2000") == Strings{"Fantasia 2000"});
  CHECK(Found(years, "2002").empty());
  const Index cases = Titles({"Case XYZ-123", "Case XYZ-223", "Ticket 1334"});
  CHECK(Found(cases, "XYZ-123") == Strings{"Case XYZ-123"});
  CHECK(Found(cases, "xyz223") == Strings{"Case XYZ-223"});
  CHECK(Found(cases, "1234").empty());
  // No case of that number: what is found instead is what the letters say, and nothing else is marked.
  for (const signpost::Hit& hit : Hits(cases, "XYZ-323")) CHECK(hit.title.matched_words == Strings{"xyz-323"});
  CHECK(Found(Titles({"Drill 25.4mm", "Drill 23.4mm"}), "25.4mm") == Strings{"Drill 25.4mm"});
}

TEST_CASE("Index: a version is not a shorter or a longer one", "[catalog]") {  // 1
  const Index index = Titles({"Release 1.1", "Release 1.10", "Release 110"});
  CHECK(Found(index, "1.10") == Strings{"Release 1.10"});
  CHECK(Found(index, "110") == Strings{"Release 110"});
  // While it is typed it may still become 1.10; with a space behind it, it may not.
  CHECK(Found(index, "1.1").front() == "Release 1.1");
  CHECK(Found(index, "1.1 ") == Strings{"Release 1.1"});
  CheckFinds("Update to v1.10.2", {"v1.10.2", "1.10.2"}, {"Update to v1.10.3", "Update to 1.1.2"});
  CheckFirst("Update to v1.10.2", {"v 1.10.2", "update 1.10.2"}, {"Update to v1.10.3", "Update to 1.1.2"});
}

TEST_CASE("Index: digits in groups are the number, however they are grouped", "[catalog]") {  // 1
  for (const char* title : {"3000 items", "3,000 items", "3.000 items", "3 000 items", "3\u202F000 items",
                            "3'000 items", "3,000.00 items"}) {
    CheckFinds(title, {"3000 items", "3,000 items", "3.000 items", "3\u00A0000 items"}, {"300", "30,000"});
  }
  CHECK(Found(Titles({"Call 555 123 4567"}), "555123 ").empty());
}

TEST_CASE("Index: a leading minus excludes nothing", "[catalog]") {  // 2
  CheckFinds("Error -32300", {"-32300", "32300"}, {"Error 32301"});
  CheckFirst("Error -32300", {"error -32300"}, {"Error 32301"});
  CheckFinds("Run gcloud --version", {"gcloud --version", "--version", "version gcloud"}, {"The end"});
  CheckFinds("Unpack with tar -xvf", {"tar -xvf", "-xvf"}, {"The end"});
  CheckFinds("Order 100-2345-678", {"-100-2345-678", "100-2345-678"}, {"Order 100-2345-679"});
}

TEST_CASE("Index: C++, C# and .NET are names of their own", "[catalog]") {  // 3
  const Index index = Titles({"C++ guide", "C# guide", "C guide", ".NET guide", "Net income"});
  CHECK(Found(index, "C++") == Strings{"C++ guide"});
  CHECK(Found(index, "c# ") == Strings{"C# guide"});
  CHECK(Found(index, "C guide").front() == "C guide");
  CHECK(Found(index, "c ") == Strings{"C guide"});
  CHECK(Found(index, ".net") == Strings{".NET guide"});
  CHECK(Found(index, "net ") == Strings{"Net income"});
  CHECK(Marked("Learn C++, then C#", "c++") == "Learn <em>C++</em>, then C#");
}

TEST_CASE("Index: a code is found with its separators, with others and without", "[catalog]") {  // 4
  CheckFinds("Error E-404", {"E-404", "e404", "E_404", "404"}, {"Error E-405", "Section 4"});
  CheckFinds("Error E404", {"E-404", "e404", "404"}, {"Error E405", "Section 4"});
  CheckFirst("Error E-404", {"E 404", "error 404"}, {"Error E-405", "Section 4"});
  CheckFirst("Error E404", {"E 404", "error 404"}, {"Error E405", "Section 4"});
  CheckFinds("Stop 0x80070005", {"0x80070005", "80070005", "0X80070005"}, {"Stop 0x80070006"});
  CheckFinds("Cable 25mm wide", {"25mm", "25-mm"}, {"Cable 26mm wide"});
  CheckFinds("Cable 25 mm wide", {"25mm", "25-mm"}, {"Cable 26 mm wide"});
  CheckFinds("Cable 25.4mm wide", {"25.4mm", "25.4"}, {"Cable 25.5mm wide"});
  CheckFirst("Cable 25mm wide", {"25 mm"}, {"Cable 26mm wide"});
  CheckFirst("Cable 25.4mm wide", {"25.4 mm"}, {"Cable 25.5mm wide"});
}

TEST_CASE("Index: a part number is found whole, by its halves and without its hyphen", "[catalog]") {  // 4
  CheckFinds("Filter NOR.0707-60", {"NOR.0707-60", "nor.0707-60", "NOR070760", "0707-60"},
             {"Filter NOR.0708-60", "Filter NOR.0707-61"});
  CheckFinds("Filter NOR.0707-60", {"NOR.0707", "0707"}, {"Filter NOR.0708-60"});
  CheckFirst("Filter NOR.0707-60", {"NOR 0707 60", "filter 0707-60"}, {"Filter NOR.0708-60", "Filter NOR.0707-61"});
  CheckFinds("Seal 16-07", {"16-07", "1607"}, {"Seal 16-08"});
  CheckFirst("Seal 16-07", {"16 07", "seal 1607"}, {"Seal 16-08"});
  CheckFinds("Kit KT-INS114", {"KT-INS114", "ktins114", "INS114", "INS-114", "114"},
             {"Kit KT-INS115", "Kit KT-OUT115"});
  CheckFirst("Kit KT-INS114", {"ins 114", "kt ins114"}, {"Kit KT-INS115", "Kit KT-OUT115"});
}

TEST_CASE("Index: an underscore and CamelCase are found whole and by their words", "[catalog]") {  // 4
  for (const char* title : {"Set SKIP_BRIDGE now", "Set SkipBridge now", "Set skip-bridge now"}) {
    CheckFinds(title, {"SKIP_BRIDGE", "SkipBridge", "skipbridge", "bridge"}, {"Set SKIP_BRIGADE now"});
    CheckFirst(title, {"skip bridge", "skip-bridge", "set skipbridge"}, {"Set SKIP_BRIGADE now"});
  }
  CheckFinds("The HTMLParser class", {"HTMLParser", "htmlparser", "parser"}, {"The XMLWriter class"});
  // A name of two capitals is its own word first: a mistyped one is still corrected, and capitals alone are never cut.
  CheckFinds("Pay with PayPal", {"paypall", "PayPall", "paypal"}, {"Invoices"});
  CheckFinds("Open SETTINGS", {"settings", "SETTINGS"}, {"Closed things"});
  CheckFinds("Charge an iPhone", {"iphone", "iPhone"}, {"Charge a phone"});
}

TEST_CASE("Index: addresses are found whole and by their parts", "[catalog]") {  // 4
  CheckFinds("Write to support@fernway.example", {"support@fernway.example", "fernway.example", "support"},
             {"Write to sales@shop.test"});
  CheckFinds(
      "See https://help.example.com/a/b/c/d/returns",
      {"https://help.example.com/a/b/c/d/returns", "help.example.com/a/b/c/d/returns", "returns", "help.example.com"},
      {"Nothing like it"});
  const std::string long_path = "/opt/app/1/var/2/lib/3/cache/4/files/5/store/6/backup/7/final8";
  CheckFinds("Clean " + long_path, {long_path, "final8", "backup/7"}, {"Clean the house"});
  CheckFirst("Clean " + long_path, {"Clean " + long_path}, {"Clean the house"});
}

TEST_CASE("Index: what is marked in a code is what was typed", "[catalog]") {  // 4, 5
  CHECK(Marked("Set SkipBridge now", "bridge") == "Set Skip<em>Bridge</em> now");
  CHECK(Marked("Set SkipBridge now", "bri") == "Set Skip<em>Bri</em>dge now");
  CHECK(Marked("Set SkipBridge now", "skip bridge") == "Set <em>SkipBridge</em> now");
  CHECK(Marked("Set SkipBridge now", "skipbridge") == "Set <em>SkipBridge</em> now");
  CHECK(Marked("Set SKIP_BRIDGE now", "bridge") == "Set SKIP_<em>BRIDGE</em> now");
  CHECK(Marked("Kit KT-INS114", "114") == "Kit KT-INS<em>114</em>");
  CHECK(Marked("Kit KT-INS114", "ktins114") == "Kit <em>KT-INS114</em>");
  CHECK(Marked("Filter NOR.0707-60", "0707-60") == "Filter NOR.<em>0707-60</em>");
  CHECK(Marked("About 3 000 items", "3000") == "About <em>3 000</em> items");
  CHECK(Marked("Stop 0x80070005", "80070005") == "Stop 0x<em>80070005</em>");
}

TEST_CASE("Index: marks keep every letter, whatever its bytes", "[catalog]") {  // 5
  struct Case {
    const char* lang;
    const char* title;
    const char* query;
    const char* marked;
  };
  const Case c = GENERATE(values<Case>({
      {"fr", "Le Diabète", "Diabè", "Le <em>Diabè</em>te"},
      {"fr", "Le Diabe\u0300te", "diabe", "Le <em>Diabe\u0300</em>te"},
      {"de", "Ein Wärmeschutz", "Wärmeschutz", "Ein <em>Wärmeschutz</em>"},
      {"de", "Ein Wa\u0308rmeschutz", "wärme", "Ein <em>Wa\u0308rme</em>schutz"},
      {"de", "Die Küche", "kuche", "Die <em>Küche</em>"},
      {"de", "Große Straße", "strasse", "Große <em>Straße</em>"},
      {"de", "Große Straße", "stras", "Große <em>Straß</em>e"},
      {"en", "An eﬃcient ﬁlter", "filter", "An eﬃcient <em>ﬁlter</em>"},
      {"en", "An eﬃcient ﬁlter", "efficient", "An <em>eﬃcient</em> ﬁlter"},
      {"ko", "\u1112\u1161\u11AB글", "한글", "<em>\u1112\u1161\u11AB글</em>"},
      {"ja", "ﾃﾞｰﾀ", "データ", "<em>ﾃﾞｰﾀ</em>"},
      {"en", "A 👩‍👩‍👧 family 👍🏽 plan", "family",
       "A 👩‍👩‍👧 <em>family</em> 👍🏽 plan"},
      {"en", "He said \"\u0301order\u0301\" now", "order", "He said &quot;\u0301<em>order\u0301</em>&quot; now"},
      {"zh", "如何查詢訂單", "订单", "如何查詢<em>訂單</em>"},
  }));
  CAPTURE(c.title, c.query);
  CHECK(Marked(c.title, c.query, c.lang) == c.marked);
}
