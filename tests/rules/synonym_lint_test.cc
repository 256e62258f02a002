// SPDX-License-Identifier: Apache-2.0
// Properties of the synonym linter:
//  1. It finds nothing in synonyms without fault; sides of multi-way synonyms that no document holds are none.
//  2. What says no more than another one is shadowed by it, whichever stands first; of equal ones the later is.
//  3. What replaces the same words with others overlaps; not in other languages, not as a placeholder.
//  4. One-way synonyms that lead back are cyclic, however long the way; so is a word with itself in another form.
//  5. What offers nothing that documents hold never matches.
//  6. Findings name the synonym, the side and its value, the other synonym, and what to do; they come in the order of the
//     list.
//  7. Reach: leads back exactly where a search along the edges comes back.
//  8. Ten thousand synonyms that lead on to each other are linted without a deep stack.
#include "rules/synonym_lint.h"

#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "base/strings.h"
#include "rules/reach.h"
#include "support/seed.h"

namespace signpost {
namespace {

using Strings = std::vector<std::string>;

const char* NameOf(LintKind kind) {
  switch (kind) {
    case LintKind::kShadowed:
      return "shadowed";
    case LintKind::kOverlapping:
      return "overlapping";
    case LintKind::kCyclic:
      return "cyclic";
    case LintKind::kNeverMatches:
      return "never";
    default:
      return "other";
  }
}

Synonym Same(std::string id, Strings words, std::string lang = "") {
  return {.object_id = std::move(id), .lang = std::move(lang), .synonyms = std::move(words)};
}
Synonym Of(SynonymType type, std::string id, std::string input, Strings words) {
  return {.object_id = std::move(id), .type = type, .input = std::move(input), .synonyms = std::move(words)};
}
Synonym OneWay(std::string id, std::string input, Strings words) {
  return Of(SynonymType::kOneWay, std::move(id), std::move(input), std::move(words));
}

std::vector<LintFinding> Lint(const std::vector<Synonym>& synonyms, const std::set<std::string>& unheld = {}) {
  return rules::LintSynonyms(
      synonyms, "en", [&](const Synonym&, std::string_view side) { return !unheld.contains(std::string(side)); });
}

// Each finding as "id kind other".
Strings Kinds(const std::vector<Synonym>& synonyms, const std::set<std::string>& unheld = {}) {
  Strings out;
  for (const LintFinding& finding : Lint(synonyms, unheld)) {
    CHECK(finding.subject == LintSubject::kSynonym);
    CHECK(finding.reason != "");
    CHECK(finding.suggestion.ends_with('.'));
    out.push_back(
        StrCat(finding.object_id, " ", NameOf(finding.kind), finding.other.empty() ? "" : " ", finding.other));
  }
  return out;
}

TEST_CASE("Synonym lint: nothing in a sound list", "[rules]") {  // 1
  CHECK(Kinds({}).empty());
  CHECK(Kinds({Same("a", {"refund", "money back"}), OneWay("b", "parcel", {"package", "box"}),
               OneWay("c", "package", {"shipment"}), Of(SynonymType::kAltCorrection1, "d", "car", {"van"}),
               Of(SynonymType::kAltCorrection2, "e", "car", {"bus"}),
               Of(SynonymType::kPlaceholder, "f", "<street>", {"Broadway"}),
               Of(SynonymType::kPlaceholder, "g", "<road>", {"Broadway"})},
              {"money back"})
            .empty());
}

TEST_CASE("Synonym lint: shadowed", "[rules]") {  // 2, 6
  CHECK(Kinds({Same("a", {"refund", "money back"}), Same("b", {"Money-Back", "refunds"})}) == Strings{"b shadowed a"});
  CHECK(Kinds({Same("a", {"x", "y"}), Same("b", {"x", "y", "z"})}) == Strings{"a shadowed b"});
  CHECK(Kinds({Same("a", {"x", "y"}), OneWay("b", "x", {"y"})}) == Strings{"b shadowed a"});
  CHECK(Kinds({OneWay("a", "x", {"y"}), OneWay("b", "x", {"y", "z"})}) == Strings{"a shadowed b"});
  CHECK(Kinds({OneWay("a", "x", {"y"}), Same("b", {"x", "y"})}) == Strings{"a shadowed b"});
  CHECK(Kinds({Of(SynonymType::kAltCorrection1, "a", "x", {"y"}), OneWay("b", "x", {"y"}),
               Of(SynonymType::kAltCorrection2, "c", "x", {"y"})}) == Strings{"a shadowed b", "c shadowed a"});
  CHECK(Kinds({Of(SynonymType::kPlaceholder, "a", "<P>", {"x"}),
               Of(SynonymType::kPlaceholder, "b", "<p>", {"x", "y"})}) == Strings{"a shadowed b"});
  CHECK(Kinds({Same("a", {"x", "y"}, "en"), Same("b", {"x", "y"}, "de")}).empty());
  CHECK(Kinds({Same("a", {"x", "y"}, "en"), Same("b", {"x", "y"})}) == Strings{"a shadowed b"});

  const auto findings = Lint({Same("a", {"refund", "money back"}), OneWay("b", "Refunds", {"money back"})});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].reason == "synonym \"a\" offers all that it offers for input \"Refunds\"");
  CHECK(findings[0].suggestion == "Remove it.");
}

TEST_CASE("Synonym lint: overlapping", "[rules]") {  // 3, 6
  CHECK(Kinds({Same("a", {"refund", "money back"}), Same("b", {"refunds", "reimbursement"})}) ==
        Strings{"b overlapping a"});
  CHECK(Kinds({OneWay("a", "x", {"y"}), OneWay("b", "x", {"z"})}) == Strings{"b overlapping a"});
  CHECK(Kinds({Same("a", {"x", "y"}, "en"), Same("b", {"x", "z"}, "de")}).empty());
  CHECK(Kinds({Same("a", {"x", "y"}), Same("b", {"x", "z"}, "de")}) == Strings{"b overlapping a"});
  CHECK(Kinds({Same("a", {"x", "y"}), OneWay("b", "x", {"z"})}).empty());  // on top of the others

  const auto findings = Lint({Same("a", {"refund", "money back"}), Same("b", {"cash", "refunds"})});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].reason == "synonyms[1] \"refunds\" is also replaced by synonym \"a\", which offers other words");
}

TEST_CASE("Synonym lint: cyclic", "[rules]") {  // 4, 6
  CHECK(Kinds({OneWay("a", "x", {"y"}), OneWay("b", "y", {"z"}), OneWay("c", "z", {"w", "x"}),
               OneWay("d", "w", {"v"})}) == Strings{"a cyclic b", "b cyclic c", "c cyclic a"});
  CHECK(Kinds({OneWay("a", "x", {"y"}), OneWay("b", "y", {"z"})}).empty());
  CHECK(Kinds({Same("a", {"refund", "refunds", "money back"})}) == Strings{"a cyclic"});
  CHECK(Kinds({Same("a", {"refund", "Refund"})}, {"refund", "Refund"}) == Strings{"a cyclic"});
  CHECK(Kinds({OneWay("a", "boxes", {"box", "parcel"})}) == Strings{"a cyclic"});
  CHECK(Kinds({Same("a", {"wi-fi", "wlan", "WiFi"})}) == Strings{"a cyclic"});
  CHECK(Kinds({Of(SynonymType::kPlaceholder, "a", "<street>", {"street", "streets"})}) == Strings{"a cyclic"});

  const auto findings =
      Lint({OneWay("a", "x", {"y"}), OneWay("b", "y", {"x"}), Same("c", {"café", "bar", "cafes"}, "en")});
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].reason == "synonyms[0] \"y\" leads back to input \"x\" by synonym \"b\"");
  CHECK(findings[0].suggestion == "Make one multi-way synonym of them if they mean the same.");
  CHECK(findings[2].reason == "synonyms[2] \"cafes\" is synonyms[0] \"café\" in another form or spelling");
}

TEST_CASE("Synonym lint: never matches", "[rules]") {  // 5, 6
  CHECK(Kinds({Same("a", {"x", "y"})}, {"x", "y"}) == Strings{"a never"});
  CHECK(Kinds({OneWay("a", "x", {"y", "z"})}, {"x"}).empty());
  CHECK(Kinds({OneWay("a", "x", {"y", "z"})}, {"z"}) == Strings{"a never"});
  CHECK(Kinds({Of(SynonymType::kAltCorrection1, "a", "x", {"y"})}, {"y"}) == Strings{"a never"});
  CHECK(Kinds({Of(SynonymType::kPlaceholder, "a", "<p>", {"y"})}, {"<p>"}) == Strings{"a never"});
  CHECK(Kinds({Of(SynonymType::kPlaceholder, "a", "<p>", {"y"})}, {"y"}).empty());

  const auto findings =
      Lint({OneWay("a", "x", {"y", "z"}), Same("b", {"s", "t"}), Of(SynonymType::kPlaceholder, "c", "<p>", {"y"})},
           {"z", "s", "t", "<p>"});
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].reason == "no document holds synonyms[1] \"z\"");
  CHECK(findings[1].reason == "no document holds any of its synonyms");
  CHECK(findings[2].reason == "no document holds placeholder \"<p>\"");
}

TEST_CASE("Synonym lint: reach leads back where a search comes back", "[rules]") {  // 7
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 300; ++round) {
    constexpr std::uint32_t kThings = 8;
    bool leads[kThings][kThings] = {};
    rules::Reach reach;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (std::uint64_t e = random() % 16; e > 0; --e) {
      edges.emplace_back(random() % kThings, random() % kThings);
      reach.Add(edges.back().first, edges.back().second);
      leads[edges.back().first][edges.back().second] = true;
    }
    reach.Finish();
    for (auto& middle : leads) {
      const std::size_t m = static_cast<std::size_t>(&middle - leads);
      for (auto& from : leads) {
        for (std::size_t to = 0; to < kThings; ++to) from[to] |= from[m] && middle[to];
      }
    }
    for (const auto& [from, to] : edges) CHECK(reach.LeadsBack(from, to) == (from == to || leads[to][from]));
  }
}

TEST_CASE("Synonym lint: a long chain", "[rules]") {  // 8
  std::vector<Synonym> synonyms;
  constexpr int kCount = 10'000;
  for (int i = 0; i < kCount; ++i) {
    synonyms.push_back(OneWay(StrCat("s", i), StrCat("word", i), {StrCat("word", i + 1)}));
  }
  CHECK(Lint(synonyms).empty());
  synonyms.back().synonyms = {"word0"};
  CHECK(Lint(synonyms).size() == kCount);
}

}  // namespace
}  // namespace signpost
