// SPDX-License-Identifier: Apache-2.0
// Properties of synonym sets:
//  1. Multi-way synonyms replace each other; a one-way input and the word of a correction are replaced only; the
//     replacements of a placeholder are replaced by it only. Corrections count as typos.
//  2. Runs may overlap; at each position the longest comes first, and of one run all synonyms in the order of the list,
//     each replacement once.
//  3. Other forms of a word have its synonyms, in the language of the query.
//  4. Nothing replaces itself, nor another form of itself.
//  5. A synonym applies to queries of its language and its regions; without one to all, with the query's own folding.
//  6. Identifiers and CJK match by their parts and characters, however the query is spaced; words with separators also
//     without them, on either side.
//  7. A run that is repeated counts once, and a text that repeats a long synonym costs no more than its length.
//  8. Bad synonyms are refused with the object_id, the field and the value.
//  9. Matches equal those of trying every run of words against every synonym.
// 10. A mistyped word that nobody knows and a half-typed last word have the synonyms of what they may be, at less than full
//     certainty; known words, numbers, short words and what TypoTolerance exempts have not.
#include "rules/synonym_set.h"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "base/limits.h"
#include "base/status.h"
#include "support/seed.h"
#include "text/language_pack.h"

namespace signpost::rules {
namespace {

using Strings = std::vector<std::string>;

Synonym MultiWay(std::string id, Strings synonyms, std::string lang = "en") {
  return {.object_id = std::move(id),
          .type = SynonymType::kMultiWay,
          .lang = std::move(lang),
          .input = {},
          .synonyms = std::move(synonyms)};
}

Synonym OneWay(std::string id, std::string input, Strings synonyms, std::string lang = "en") {
  return {.object_id = std::move(id),
          .type = SynonymType::kOneWay,
          .lang = std::move(lang),
          .input = std::move(input),
          .synonyms = std::move(synonyms)};
}

SynonymSet Compiled(std::vector<Synonym> synonyms) {
  absl::StatusOr<SynonymSet> set = SynonymSet::Compile(std::move(synonyms));
  INFO(Message(set.status()));
  REQUIRE(set.ok());
  return std::move(*set);
}

bool NothingIsUnknown(std::string_view) { return true; }

std::vector<query::SynonymMatch> Matches(const SynonymSet& set, std::string_view query, std::string_view lang,
                                         const SynonymGuesses& guesses) {
  const text::Analyzer analyzer(text::FindLanguagePack(lang));
  return set.Find(query::Parse(query, analyzer), lang, guesses);
}

// Each match as "begin-end: a b | c", what is guessed with "?" and what counts as typos with "+N" behind it.
Strings Found(const SynonymSet& set, std::string_view query, std::string_view lang = "en",
              const SynonymGuesses& guesses = {TypoTolerance{}, &NothingIsUnknown}) {
  Strings out;
  for (const query::SynonymMatch& match : Matches(set, query, lang, guesses)) {
    if (match.kind != AlternativeKind::kGuessedSynonym) CHECK((match.certainty == 1) == (match.edits == 0));
    if (match.kind == AlternativeKind::kGuessedSynonym) CHECK(match.certainty < 1);
    std::string line = StrCat(match.begin, "-", match.end);
    if (match.kind == AlternativeKind::kGuessedSynonym) line += "?";
    if (match.edits > 0) line += StrCat("+", match.edits);
    line += ":";
    for (std::size_t i = 0; i < match.replacements.size(); ++i) {
      if (i > 0) line += " |";
      for (const std::string& term : match.replacements[i]) line += StrCat(" ", term);
    }
    out.push_back(std::move(line));
  }
  return out;
}

TEST_CASE("Synonym set: multi-way and one-way", "[rules]") {  // 1
  const SynonymSet set = Compiled({MultiWay("refund", {"refund", "money back", "reimbursement"}),
                                   OneWay("parcel", "parcel", {"package", "delivery box"})});
  CHECK(Found(set, "refund") == Strings{"0-1: money back | reimbursement"});
  CHECK(Found(set, "get my Money-Back!") == Strings{"2-4: refund | reimbursement"});
  CHECK(Found(set, "money is back").empty());
  CHECK(Found(set, "back money").empty());
  CHECK(Found(set, "lost parcel") == Strings{"1-2: package | delivery box"});
  CHECK(Found(set, "package").empty());
  CHECK(Found(set, "delivery box").empty());
  CHECK(Found(set, "").empty());
  CHECK(Found(SynonymSet(), "refund").empty());
}

TEST_CASE("Synonym set: corrections and placeholders", "[rules]") {  // 1
  Synonym one = OneWay("1", "car", {"vehicle", "motor car"});
  one.type = SynonymType::kAltCorrection1;
  Synonym two = OneWay("2", "car", {"van", "vehicle"});
  two.type = SynonymType::kAltCorrection2;
  Synonym street = OneWay("3", "<Street_Name>", {"Main Street", "car"});
  street.type = SynonymType::kPlaceholder;
  const SynonymSet set = Compiled({two, one, street, MultiWay("4", {"car", "auto"})});
  CHECK(Found(set, "cars") == Strings{"0-1: ~<street_name> | auto", "0-1+1: vehicle | motor car", "0-1+2: van"});
  CHECK(Found(set, "vehicle").empty());
  CHECK(Found(set, "1 main street") == Strings{"1-3: ~<street_name>"});
  CHECK(Found(set, "<street_name>").empty());
  TypoTolerance off;
  off.mode = TypoMode::kOff;
  CHECK(Found(set, "car", "en", {off, &NothingIsUnknown}) == Strings{"0-1: ~<street_name> | auto"});
  const auto matches = Matches(set, "car", "en", {TypoTolerance{}, &NothingIsUnknown});
  REQUIRE(matches.size() == 3);
  CHECK(matches[0].certainty > matches[1].certainty);
  CHECK(matches[1].certainty > matches[2].certainty);
}

TEST_CASE("Synonym set: order", "[rules]") {  // 2
  const SynonymSet set =
      Compiled({OneWay("c", "gift", {"present", "voucher"}), OneWay("a", "gift card", {"voucher"}),
                OneWay("d", "gift card balance", {"credit"}), OneWay("b", "gift", {"voucher", "donation"}),
                OneWay("e", "card balance", {"funds"})});
  CHECK(Found(set, "my gift card balance") ==
        Strings{"1-4: credit", "1-3: voucher", "1-2: present | voucher | donation", "2-4: funds"});
}

TEST_CASE("Synonym set: forms of a word", "[rules]") {  // 3, 4
  const SynonymSet set =
      Compiled({MultiWay("refund", {"refund", "refunds", "money back"}), MultiWay("box", {"boxes", "crates"}, "en"),
                MultiWay("all", {"klarna", "installments", "instalment plan"}, "")});
  CHECK(Found(set, "refunding") == Strings{"0-1: money back"});
  CHECK(Found(set, "moneys back") == Strings{"0-2: refund | refunds"});
  CHECK(Found(set, "box") == Strings{"0-1: crates"});
  CHECK(Found(set, "klarna") == Strings{"0-1: installments | instalment plan"});
  CHECK(Found(set, "installment") == Strings{"0-1: klarna | instalment plan"});
  CHECK(Found(set, "installment", "xx").empty());
  CHECK(Found(Compiled({MultiWay("same", {"refund", "refunds"})}), "refund").empty());
  CHECK(Found(Compiled({OneWay("same", "refund", {"Refund", "refunds"})}), "refund").empty());
}

TEST_CASE("Synonym set: languages", "[rules]") {  // 5
  const SynonymSet set =
      Compiled({MultiWay("es", {"niño", "chico"}, "es"), MultiWay("pt", {"loja", "filial"}, "pt"),
                MultiWay("br", {"loja", "unidade"}, "pt_BR"), MultiWay("all", {"señal", "pin", "chico"}, "")});
  CHECK(Found(set, "niño", "es") == Strings{"0-1: chico"});
  CHECK(Found(set, "niño", "pt").empty());
  CHECK(Found(set, "loja", "pt") == Strings{"0-1: filial | unidade"});
  CHECK(Found(set, "loja", "pt-br") == Strings{"0-1: filial | unidade"});
  CHECK(Found(set, "loja", "pt-pt") == Strings{"0-1: filial"});
  CHECK(Found(set, "loja", "es").empty());
  // Spanish keeps the ñ that other languages fold.
  CHECK(Found(set, "señal", "es") == Strings{"0-1: pin | chico"});
  CHECK(Found(set, "señal", "en") == Strings{"0-1: pin | chico"});
  CHECK(Found(set, "senal", "en") == Strings{"0-1: pin | chico"});
  CHECK(Found(set, "pin", "es") == Strings{"0-1: señal | chico"});
  CHECK(Found(set, "pin", "en") == Strings{"0-1: senal | chico"});
  CHECK(Found(set, "pin", "") == Strings{"0-1: senal | chico"});
  CHECK(Found(set, "chico", "es") == Strings{"0-1: niño | señal | pin"});
}

TEST_CASE("Synonym set: identifiers and CJK", "[rules]") {  // 6
  const SynonymSet set =
      Compiled({MultiWay("2fa", {"2fa", "two-step verification", "FW-2"}, "en"),
                MultiWay("zh", {"退款", "退钱", "返还货款"}, "zh"), OneWay("dash", "--version", {"release"}, "en")});
  CHECK(Found(set, "2FA code") == Strings{"0-1: two step verification | fw 2"});
  CHECK(Found(set, "two step verification") == Strings{"0-3: 2fa | fw 2"});
  CHECK(Found(set, "fw-2") == Strings{"0-2: 2fa | two step verification"});
  CHECK(Found(set, "fw 2") == Strings{"0-2: 2fa | two step verification"});
  CHECK(Found(set, "version") == Strings{"0-1: release"});
  CHECK(Found(set, "我要退款", "zh") == Strings{"2-4: 退 钱 | 返 还 货 款"});
  CHECK(Found(set, "我要退 款", "zh") == Strings{"2-4: 退 钱 | 返 还 货 款"});
  CHECK(Found(set, "我要返還貨款", "zh-tw") == Strings{"2-6: 退 款 | 退 钱"});
}

TEST_CASE("Synonym set: with and without separators", "[rules]") {  // 6
  const SynonymSet set = Compiled({MultiWay("1", {"e-mail address", "login"}), MultiWay("2", {"wifi", "wlan", "wi-fi"}),
                                   OneWay("3", "E-404", {"not found"}), OneWay("4", "signin form", {"login"})});
  CHECK(Found(set, "my email addresses") == Strings{"1-3: login"});
  CHECK(Found(set, "my e-mail address") == Strings{"1-4: login"});
  CHECK(Found(set, "wi-fi") == Strings{"0-2: wlan"});
  CHECK(Found(set, "wifi") == Strings{"0-1: wlan"});
  CHECK(Found(set, "wlan") == Strings{"0-1: wifi | wi fi"});
  CHECK(Found(set, "e404") == Strings{"0-1: not found"});
  CHECK(Found(set, "e-404") == Strings{"0-2: not found"});
  CHECK(Found(set, "the sign-in form") == Strings{"1-4: login"});
}

TEST_CASE("Synonym set: a repeated run counts once", "[rules]") {  // 7
  const SynonymSet set = Compiled({MultiWay("refund", {"refund", "money back"})});
  CHECK(Found(set, "refund refund money back refunds money back") ==
        Strings{"0-1: money back", "2-4: refund", "4-5: money back"});
}

TEST_CASE("Synonym set: a long synonym and a query that repeats it", "[rules]") {  // 7
  std::string side, query;
  for (int i = 0; i < 500; ++i) side += "a ";
  for (int i = 0; i < 32'000; ++i) query += "a ";
  const SynonymSet set = Compiled({MultiWay("long", {side, "z"}, ""), MultiWay("short", {"a a", "y"}, "")});
  CHECK(Found(set, query) == Strings{"0-500: z", "0-2: y"});
  CHECK(Found(set, side.substr(2)) == Strings{"0-2: y"});
  // The first place of b: the runs that end there or go on from there, and none of those before.
  CHECK(Found(set, query + "b " + query).size() == 2);
}

TEST_CASE("Synonym set: guesses", "[rules]") {  // 10
  const SynonymSet set = Compiled({MultiWay("1", {"uk", "united kingdom"}), MultiWay("2", {"trousers", "pants"}),
                                   MultiWay("3", {"4020 Linz", "upper austria"}), MultiWay("4", {"kingdom", "realm"}),
                                   OneWay("5", "kubernetes", {"k8s"}), OneWay("6", "recieve money", {"payout"})});
  TypoTolerance typos;
  auto known = [](std::string_view term) { return term == "king" || term == "trout" || term == "united"; };
  auto found = [&](std::string_view query) { return Found(set, query, "en", {typos, known}); };
  // Mistyped.
  CHECK(found("unitd kingdom ") == Strings{"0-2?+1: uk", "1-2: realm"});
  CHECK(found("united kigdom ") == Strings{"0-2?+1: uk", "1-2?+1: realm"});
  CHECK(found("unitd kigdom ") == Strings{"0-2?+2: uk", "1-2?+1: realm"});
  CHECK(found("trowsers ") == Strings{"0-1?+1: pants"});
  CHECK(found("truosesr ") == Strings{"0-1?+2: pants"});
  CHECK(found("kubrenetes cluster ") == Strings{"0-1?+1: k8s"});
  CHECK(found("receive money ") == Strings{"0-2?+1: payout"});
  CHECK(found("4021 Linz ").empty());  // numbers are never mistyped
  CHECK(found("trout ").empty());      // nor is what is known
  CHECK(found("ul ").empty());         // nor what is short
  // Half typed.
  CHECK(found("trou") == Strings{"0-1?: pants"});
  CHECK(found("trou ").empty());
  CHECK(found("tr").empty());
  CHECK(found("trout").empty());
  CHECK(found("united king") == Strings{"0-2?: uk"});  // "king" alone is a word of its own
  CHECK(found("king").empty());
  CHECK(found("unitd kingd") == Strings{"0-2?+1: uk", "1-2?: realm"});
  typos.disabled_on_words = {"Trowsers"};
  CHECK(found("trowsers ").empty());
  typos.mode = TypoMode::kOff;
  CHECK(found("unitd kingdom ") == Strings{"1-2: realm"});
  CHECK(found("trou") == Strings{"0-1?: pants"});
}

TEST_CASE("Synonym set: a beginning of many words says nothing", "[rules]") {  // 10
  Strings words;
  for (std::size_t i = 0; i <= limits::kMaxSynonymGuesses; ++i) {
    words.push_back(StrCat("trou", std::string(1, static_cast<char>('a' + i))));
  }
  const SynonymSet many = Compiled({MultiWay("many", words, "")});
  auto unknown = [](std::string_view) { return false; };
  CHECK(Found(many, "trou", "xx", {TypoTolerance{.mode = TypoMode::kOff}, unknown}).empty());
  words.pop_back();
  const SynonymSet few = Compiled({MultiWay("few", words, "")});
  CHECK(Found(few, "trou", "xx", {TypoTolerance{.mode = TypoMode::kOff}, unknown}).size() == words.size());
}

std::string Problem(std::vector<Synonym> synonyms) {
  absl::StatusOr<SynonymSet> set = SynonymSet::Compile(std::move(synonyms));
  REQUIRE_FALSE(set.ok());
  CHECK(set.status().code() == absl::StatusCode::kInvalidArgument);
  return std::string(Message(set.status()));
}

TEST_CASE("Synonym set: errors", "[rules]") {  // 8
  CHECK(Problem({MultiWay("", {"a", "b"})}) == "synonyms[0]: object_id is empty");
  CHECK(Problem({MultiWay("x", {"a", "b"}), OneWay("x", "c", {"d"})}) ==
        "synonyms[1]: object_id \"x\" is that of synonyms[0]");
  CHECK(Problem({MultiWay("x", {"a"})}) == "synonym \"x\": synonyms has 1, a multi-way synonym needs at least two");
  CHECK(Problem({MultiWay("x", {})}) == "synonym \"x\": synonyms has 0, a multi-way synonym needs at least two");
  CHECK(Problem({MultiWay("x", {"a", "", "b"})}) == "synonym \"x\": synonyms[1] is empty");
  CHECK(Problem({MultiWay("x", {"a", "b", "?!"})}) == "synonym \"x\": synonyms[2] \"?!\" holds no word");
  CHECK(Problem({OneWay("x", "", {"a"})}) == "synonym \"x\": input is empty");
  CHECK(Problem({OneWay("x", " ", {"a"})}) == "synonym \"x\": input \" \" holds no word");
  CHECK(Problem({OneWay("x", "a", {})}) == "synonym \"x\": synonyms is empty, it needs at least one");
  CHECK(Problem({OneWay("x", "a", {"b", "\xFF"})}) == "synonym \"x\": synonyms[1] \"\xFF\" holds no word");
  Synonym both = OneWay("x", "c", {"a", "b"});
  both.type = SynonymType::kMultiWay;
  CHECK(Problem({both}) == "synonym \"x\": input \"c\" is given, which a multi-way synonym has not");
  Synonym correction = OneWay("x", "a", {"b", ""});
  correction.type = SynonymType::kAltCorrection2;
  CHECK(Problem({correction}) == "synonym \"x\": corrections[1] is empty");
  correction.synonyms.clear();
  CHECK(Problem({correction}) == "synonym \"x\": corrections is empty, it needs at least one");
  correction = OneWay("x", "!", {"b"});
  correction.type = SynonymType::kAltCorrection1;
  CHECK(Problem({correction}) == "synonym \"x\": word \"!\" holds no word");
  for (const char* name : {"", "street", "<street", "<a b>", "<straße>", "<->", "<>", "<a> "}) {
    Synonym placeholder = OneWay("x", name, {"a"});
    placeholder.type = SynonymType::kPlaceholder;
    CHECK(Problem({placeholder}) == StrCat("synonym \"x\": placeholder ", Quoted(name),
                                           " is none: `<`, letters, digits, `_` or `-` of ASCII, `>`"));
  }
  Synonym placeholder = OneWay("x", "<street>", {"Broadway", "?"});
  placeholder.type = SynonymType::kPlaceholder;
  CHECK(Problem({placeholder}) == "synonym \"x\": replacements[1] \"?\" holds no word");
  CHECK(Problem(std::vector<Synonym>(limits::kMaxSynonyms + 1)) == "synonyms: 10001 given, at most 10000 are allowed");
}

TEST_CASE("Synonym set: equals brute force", "[rules]") {  // 9
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  auto words = [&](std::size_t most) {
    std::string out;
    for (std::size_t i = 1 + random() % most; i > 0; --i) {
      if (!out.empty()) out += ' ';
      out += static_cast<char>('a' + random() % 4);
    }
    return out;
  };
  auto split = [](const std::string& s) {
    Strings out(1);
    for (char c : s) {
      if (c == ' ') {
        out.emplace_back();
      } else {
        out.back() += c;
      }
    }
    return out;
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<Synonym> synonyms;
    for (std::size_t i = 0; i < 1 + random() % 12; ++i) {
      Strings sides;
      for (std::size_t k = 2 + random() % 2; k > 0; --k) sides.push_back(words(3));
      const std::string id = std::to_string(i);
      const std::string lang = random() % 2 == 0 ? "" : "xx";
      synonyms.push_back(random() % 2 == 0 ? MultiWay(id, sides, lang) : OneWay(id, words(3), sides, lang));
    }
    const std::string query = words(8);
    CAPTURE(query);
    const Strings typed = split(query);
    std::map<std::pair<std::size_t, std::size_t>, std::vector<Strings>> expected;  // by begin, then longest first
    for (std::size_t begin = 0; begin < typed.size(); ++begin) {
      for (std::size_t end = typed.size(); end > begin; --end) {
        const Strings run(typed.begin() + begin, typed.begin() + end);
        const bool new_word = std::any_of(run.begin(), run.end(), [&](const std::string& word) {
          const auto first = static_cast<std::size_t>(std::find(typed.begin(), typed.end(), word) - typed.begin());
          return first >= begin && first < end;
        });
        if (!new_word) continue;
        std::vector<Strings> replacements;
        for (const Synonym& synonym : synonyms) {
          const bool one_way = synonym.type == SynonymType::kOneWay;
          const Strings& sides = synonym.synonyms;
          const bool applies =
              one_way ? split(synonym.input) == run
                      : std::any_of(sides.begin(), sides.end(), [&](const std::string& s) { return split(s) == run; });
          if (!applies) continue;
          for (const std::string& side : sides) {
            const Strings terms = split(side);
            if (terms == run || std::find(replacements.begin(), replacements.end(), terms) != replacements.end())
              continue;
            replacements.push_back(terms);
          }
        }
        if (!replacements.empty()) expected[{begin, typed.size() - end}] = replacements;
      }
    }
    const std::vector<query::SynonymMatch> found =
        Matches(Compiled(synonyms), query, "xx", {TypoTolerance{}, &NothingIsUnknown});
    REQUIRE(found.size() == expected.size());
    auto want = expected.begin();
    for (const query::SynonymMatch& match : found) {
      CHECK(match.begin == want->first.first);
      CHECK(typed.size() - match.end == want->first.second);
      CHECK(match.replacements == want->second);
      ++want;
    }
  }
}

}  // namespace
}  // namespace signpost::rules
