// SPDX-License-Identifier: Apache-2.0
// The look-ups of the lexicon and the candidates of text/compound.h together, as a planner asks them:
//
// 1. A word finds the compounds of an index that end with it, in any form, when the rest is a word of the index too.
// 2. A word finds those that begin with it on the same terms.
// 3. A compound finds its parts, and only parts that the index holds.
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/lexicon_builder.h"
#include "text/analyzer.h"
#include "text/compound.h"
#include "text/language_pack.h"

namespace signpost::lexicon {
namespace {

using Terms = std::set<std::string, std::less<>>;

class Vocabulary {
 public:
  Vocabulary(std::string_view tag, const Terms& words) : analyzer_(text::FindLanguagePack(tag)) {
    std::vector<std::string> stems;
    for (const std::string& word : words) stems.push_back(analyzer_.Stem(word));
    std::vector<TermAndStem> entries;
    for (const std::string& word : words) entries.push_back({word, stems[entries.size()]});
    bytes_ = BuildLexicon(entries, {.endings = true});
  }

  Terms CompoundsOf(std::string_view word) const {
    const Lexicon lexicon = Open();
    Terms out;
    for (const std::string& form : text::LastPartForms(analyzer_.pack(), word)) {
      const EndingRange range = lexicon.EndingWith(form);
      for (std::uint32_t place = range.begin; place < range.end; ++place) {
        const std::string_view term = lexicon.Term(lexicon.EndingTerm(place));
        if (AnyKnown(lexicon, text::FirstParts(analyzer_.pack(), term, form))) out.emplace(term);
      }
    }
    const TermRange range = lexicon.Prefix(word);
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      const std::string_view term = lexicon.Term(TermId{t});
      if (AnyKnown(lexicon, text::LastParts(analyzer_.pack(), term, word))) out.emplace(term);
    }
    return out;
  }

  Terms PartsOf(std::string_view compound) const {
    const Lexicon lexicon = Open();
    Terms out;
    for (const text::CompoundSplit& split : text::CompoundSplits(analyzer_.pack(), compound)) {
      if (!AnyKnown(lexicon, {split.first}) || !AnyKnown(lexicon, {split.second})) continue;
      out.emplace(split.first);
      out.emplace(split.second);
    }
    return out;
  }

 private:
  Lexicon Open() const {
    auto lexicon = Lexicon::Open(bytes_);
    REQUIRE(lexicon.ok());
    return *std::move(lexicon);
  }
  bool AnyKnown(const Lexicon& lexicon, const std::vector<std::string_view>& parts) const {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return lexicon.FindClass(analyzer_.Stem(part)).has_value(); });
  }

  text::Analyzer analyzer_;
  std::string bytes_;
};

TEST_CASE("Compound: found by a part", "[lexicon]") {  // 1, 2
  const Vocabulary de("de",
                      {"bestellung", "holz", "holzschraube", "mitarbeiter", "arbeiter", "mit", "schraube", "terrasse",
                       "terrassendach", "dach", "terrassenschrauben", "unschraube", "vorteil", "teil"});
  CHECK(de.CompoundsOf("schraube") == Terms{"holzschraube", "terrassenschrauben"});
  CHECK(de.CompoundsOf("terrasse") == Terms{"terrassendach", "terrassenschrauben"});
  CHECK(de.CompoundsOf("teil").empty());      // "vor" is no word here
  CHECK(de.CompoundsOf("stellung").empty());  // nor is "be"
  const Vocabulary nl("nl", {"fiche", "kaart", "oranje", "slachtoffer", "slachtofferfiches", "xfiches"});
  CHECK(nl.CompoundsOf("fiche") == Terms{"slachtofferfiches"});
  CHECK(nl.CompoundsOf("slachtoffer") == Terms{"slachtofferfiches"});
  const Vocabulary en("en", {"screw", "screwdriver", "driver"});
  CHECK(en.CompoundsOf("driver").empty());
}

TEST_CASE("Compound: finds its parts", "[lexicon]") {  // 3
  const Vocabulary de("de", {"best", "dach", "schraube", "stellung", "terrassen"});
  CHECK(de.PartsOf("terrassenschrauben") == Terms{"schrauben", "terrass", "terrasse", "terrassen"});
  CHECK(de.PartsOf("terrassenfenster").empty());
  CHECK(de.PartsOf("bestellung").empty());
  CHECK(de.PartsOf("dachschrauben") == Terms{"dach", "schrauben"});
}

}  // namespace
}  // namespace signpost::lexicon
