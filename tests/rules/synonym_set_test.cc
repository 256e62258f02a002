// SPDX-License-Identifier: Apache-2.0
// Properties of synonym sets:
//  1. Multi-way synonyms replace each other, a one-way input is replaced only.
//  2. Runs may overlap; at each position the longest comes first, and of one run all synonyms in the order of the list,
//     each replacement once.
//  3. Other forms of a word have its synonyms, in the language of the synonym; those for all languages match as typed.
//  4. Nothing replaces itself, nor another form of itself.
//  5. A synonym applies to queries of its language and its regions; without one to all, with the query's own folding.
//  6. Identifiers and CJK match by their parts and characters, however the query is spaced.
//  7. A run that is repeated counts once.
//  8. Bad synonyms are refused with the object_id, the field and the value.
//  9. Matches equal those of trying every run of words against every synonym.
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

// Each match as "begin-end: a b | c".
Strings Found(const SynonymSet& set, std::string_view query, std::string_view lang = "en") {
  const text::Analyzer analyzer(text::FindLanguagePack(lang));
  text::TokenList tokens;
  analyzer.Analyze(query, &tokens);
  Strings out;
  for (const query::SynonymMatch& match : set.Find(tokens, analyzer, lang)) {
    std::string line = StrCat(match.begin, "-", match.end, ":");
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
  CHECK(Found(set, "installment").empty());
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

TEST_CASE("Synonym set: a repeated run counts once", "[rules]") {  // 7
  const SynonymSet set = Compiled({MultiWay("refund", {"refund", "money back"})});
  CHECK(Found(set, "refund refund money back refunds money back") ==
        Strings{"0-1: money back", "2-4: refund", "4-5: money back"});
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
  CHECK(Problem({OneWay("x", "a", {})}) == "synonym \"x\": synonyms is empty, a one-way synonym needs at least one");
  CHECK(Problem({OneWay("x", "a", {"b", "\xFF"})}) == "synonym \"x\": synonyms[1] \"\xFF\" holds no word");
  Synonym both = OneWay("x", "c", {"a", "b"});
  both.type = SynonymType::kMultiWay;
  CHECK(Problem({both}) == "synonym \"x\": input \"c\" is given, which only a one-way synonym has");
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
    std::vector<Strings> seen;
    for (std::size_t begin = 0; begin < typed.size(); ++begin) {
      for (std::size_t end = typed.size(); end > begin; --end) {
        const Strings run(typed.begin() + begin, typed.begin() + end);
        if (std::find(seen.begin(), seen.end(), run) != seen.end()) continue;
        seen.push_back(run);
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
    const text::Analyzer analyzer(text::FindLanguagePack("xx"));
    text::TokenList tokens;
    analyzer.Analyze(query, &tokens);
    const std::vector<query::SynonymMatch> found = Compiled(synonyms).Find(tokens, analyzer, "xx");
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
