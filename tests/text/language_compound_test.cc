// SPDX-License-Identifier: Apache-2.0
// 1. What stands before or behind a known part is offered with and without each linking element, longest first.
// 2. Splits that the words of an index confirm are the right ones; parts that are prefixes and endings are never
//    offered, and what no document says is never a part.
// 3. Languages that do not write words together offer nothing, and neither do terms with digits.
// 4. Forms of a last part: the word and its endings.
// 5. Every candidate is a piece of the compound on letters' boundaries (random terms).
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "base/utf8.h"
#include "support/seed.h"
#include "text/analyzer.h"
#include "text/compound.h"
#include "text/language_pack.h"

namespace signpost::text {
namespace {

using Views = std::vector<std::string_view>;

TEST_CASE("Compound: what stands beside a known part", "[text]") {  // 1
  const LanguagePack& de = FindLanguagePack("de");
  CHECK(FirstParts(de, "terrassenschrauben", "schrauben") == Views{"terrassen", "terrasse", "terrass"});
  CHECK(FirstParts(de, "arbeitszeit", "zeit") == Views{"arbeits", "arbeit"});
  CHECK(FirstParts(de, "turgriff", "griff") == Views{"tur"});
  CHECK(FirstParts(de, "altkauf", "kauf") == Views{"alt"});
  CHECK(FirstParts(de, "einkauf", "kauf").empty());
  CHECK(FirstParts(de, "abkauf", "kauf").empty());
  CHECK(FirstParts(de, "terrassenschrauben", "schraube").empty());
  CHECK(LastParts(de, "terrassenschrauben", "terrasse") == Views{"nschrauben", "schrauben"});
  CHECK(LastParts(de, "geburtstagsgeschenk", "geburtstag") == Views{"sgeschenk", "geschenk"});
  CHECK(LastParts(de, "geburtstag", "geburtstag").empty());
  CHECK(FirstParts(FindLanguagePack("nl"), "slachtofferfiches", "fiches") == Views{"slachtoffer", "slachtoff"});
  CHECK(FirstParts(FindLanguagePack("sv"), "leveransadress", "adress") == Views{"leverans", "leveran"});
  CHECK(FirstParts(FindLanguagePack("da"), "kundeservice", "service") == Views{"kunde", "kund"});
  CHECK(FirstParts(FindLanguagePack("no"), "gavekortsaldo", "saldo") == Views{"gavekort"});
  CHECK(FirstParts(FindLanguagePack("fi"), "tilausvahvistus", "vahvistus") == Views{"tilaus"});
  CHECK(FirstParts(FindLanguagePack("fi"), "käyttäjätunnus", "tunnus") == Views{"käyttäjä"});
}

// The splits of which an index that holds `words` knows both parts, as words or as forms of them.
std::vector<std::string> Confirmed(std::string_view tag, std::string_view compound, const Views& words) {
  const Analyzer analyzer(FindLanguagePack(tag));
  std::set<std::string> classes;
  for (const std::string_view word : words) classes.insert(analyzer.Stem(word));
  std::set<std::string> out;
  for (const CompoundSplit& split : CompoundSplits(analyzer.pack(), compound)) {
    if (!classes.contains(analyzer.Stem(split.first)) || !classes.contains(analyzer.Stem(split.second))) continue;
    out.insert(StrCat(analyzer.Stem(split.first), "|", analyzer.Stem(split.second)));
  }
  return {out.begin(), out.end()};
}

TEST_CASE("Compound: splits that an index confirms", "[text]") {  // 2
  struct Case {
    std::string_view tag;
    std::string_view compound;
    Views words;
    std::vector<std::string> splits;
  };
  for (const Case& c : std::vector<Case>{
           {"de", "terrassenschrauben", {"terrasse", "schraube"}, {"terrass|schraub"}},
           {"de", "rucksendeetikett", {"rucksende", "etikett"}, {"rucksend|etikett"}},
           {"de", "wachstube", {"wachs", "tube", "wach", "stube"}, {"wach|stub", "wach|tub"}},
           {"de", "wachstube", {"wachs", "tube"}, {"wach|tub"}},
           {"nl", "slachtofferfiches", {"slachtoffer", "fiche"}, {"slachtoffer|fich"}},
           {"nl", "verzendkosten", {"verzend", "kosten"}, {"verzend|kost"}},
           {"sv", "leveransadress", {"leverans", "adress"}, {"leveran|adress"}},
           {"da", "leveringsadresse", {"levering", "adresse"}, {"levering|adres"}},
           {"no", "leveringsadresse", {"levering", "adresse"}, {"levering|adress"}},
           {"fi", "tilausvahvistus", {"tilaus", "vahvistus"}, {"tilaus|vahvistus"}},
           // too eager elsewhere
           {"de", "mitarbeiter", {"mit", "arbeiter"}, {}},
           {"de", "vorteil", {"vor", "teil"}, {}},
           {"de", "urlaub", {"laub", "ur"}, {}},
           {"de", "abteilung", {"abtei", "teilung", "ab"}, {}},
           {"de", "nachfrage", {"nach", "frage"}, {}},
           {"de", "ubersetzung", {"uber", "setzung"}, {}},
           {"nl", "onderdeel", {"onder", "deel"}, {}},
           {"sv", "efterfråga", {"efter", "fråga"}, {}},
           {"de", "bestellung", {"best", "stellung", "be"}, {}},
           {"de", "handlung", {"hand", "handel"}, {}},
           {"de", "terrassenschrauben", {"schraube", "rasse"}, {}},
           {"nl", "fiches", {"fiche"}, {}},
           {"nl", "betaling", {"taling", "be"}, {}},
       }) {
    CAPTURE(c.tag, c.compound);
    CHECK(Confirmed(c.tag, c.compound, c.words) == c.splits);
  }
}

TEST_CASE("Compound: where there are none", "[text]") {  // 3
  for (const std::string_view tag : {"", "en", "fr", "es", "zh", "ko"}) {
    const LanguagePack& pack = FindLanguagePack(tag);
    CAPTURE(tag);
    CHECK(CompoundSplits(pack, "terrassenschrauben").empty());
    CHECK(FirstParts(pack, "terrassenschrauben", "schrauben").empty());
    CHECK(LastParts(pack, "terrassenschrauben", "terrassen").empty());
    CHECK(LastPartForms(pack, "schraube").empty());
  }
  const LanguagePack& de = FindLanguagePack("de");
  CHECK(CompoundSplits(de, "schrauben12345").empty());
  CHECK(CompoundSplits(de, "").empty());
  CHECK(CompoundSplits(de, "kauf").empty());
  CHECK(FirstParts(de, "12345kauf", "kauf").empty());
}

TEST_CASE("Compound: forms of a last part", "[text]") {  // 4
  const std::vector<std::string> forms = LastPartForms(FindLanguagePack("de"), "schraube");
  REQUIRE(!forms.empty());
  CHECK(forms.front() == "schraube");
  CHECK(std::find(forms.begin(), forms.end(), "schrauben") != forms.end());
  const std::vector<std::string> fiches = LastPartForms(FindLanguagePack("nl"), "fiche");
  CHECK(std::find(fiches.begin(), fiches.end(), "fiches") != fiches.end());
  CHECK(LastPartForms(FindLanguagePack("de"), "tur").empty());
}

TEST_CASE("Compound: any term", "[text]") {  // 5
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  constexpr std::u32string_view kLetters = U"aenrsßäöü体1é";
  for (int round = 0; round < 3000; ++round) {
    std::string term;
    for (std::size_t n = random() % 14; n > 0; --n) AppendUtf8(&term, kLetters[random() % kLetters.size()]);
    CAPTURE(round, term);
    for (const std::string_view tag : {"de", "fi"}) {
      for (const CompoundSplit& split : CompoundSplits(FindLanguagePack(tag), term)) {
        REQUIRE(term.starts_with(split.first));
        REQUIRE(term.ends_with(split.second));
        REQUIRE(split.first.size() + split.second.size() <= term.size());
        REQUIRE(FindInvalidUtf8(split.first) == kValidUtf8);
        REQUIRE(FindInvalidUtf8(split.second) == kValidUtf8);
      }
    }
  }
}

}  // namespace
}  // namespace signpost::text
