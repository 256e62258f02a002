// SPDX-License-Identifier: Apache-2.0
// Where units begin and end beside the word boundaries of Unicode's own WordBreakTest.txt (skipped where it is not
// installed: package unicode-data). The segments are exactly those of the file, which word_break_test.cc holds; units
// cut some of them.
//
// 1. No unit reaches over a boundary of the file.
// 2. Every unit begins and ends at one, but for the deliberate cuts of docs/text-analysis.md, as often as it says
//    there.
#include <catch2/catch.hpp>

#include <cstdint>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "text/language_pack.h"
#include "text/token_invariants.h"

namespace signpost::text {
namespace {

int WordBreak(char32_t c) { return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_WORD_BREAK); }

// The name that docs/text-analysis.md gives the cut before text[at], "" when it has none.
std::string_view Deviation(std::string_view text, std::size_t at) {
  std::size_t i = at;
  const int after = WordBreak(NextCodePoint(text, &i));
  i = at;
  bool joiner = false;
  int before = -1;  // the last one that no rule ignores
  while (i > 0) {
    const char32_t c = PreviousCodePoint(text, &i);
    before = WordBreak(c);
    if (i + 3 == at && before == U_WB_ZWJ) joiner = true;
    if (before != U_WB_EXTEND && before != U_WB_FORMAT && before != U_WB_ZWJ) break;
  }
  if (before == U_WB_EXTENDNUMLET || after == U_WB_EXTENDNUMLET) return "underscore";
  if (before == U_WB_MIDLETTER || after == U_WB_MIDLETTER) return "colon";
  if (before == U_WB_KATAKANA && after == U_WB_KATAKANA) return "kana";
  if (after == U_WB_FORMAT) return "format";
  if (before == U_WB_HEBREW_LETTER && after == U_WB_SINGLE_QUOTE) return "geresh";
  if (joiner) return "emoji";
  return "";
}

struct Line {
  std::string text;
  std::set<std::size_t> boundaries;
};

Line Parse(const std::string& source) {
  Line line;
  std::istringstream words(source.substr(0, source.find('#')));
  for (std::string word; words >> word;) {
    if (word == "÷") {
      line.boundaries.insert(line.text.size());
    } else if (word != "×") {
      AppendUtf8(&line.text, static_cast<char32_t>(std::stoul(word, nullptr, 16)));
    }
  }
  return line;
}

TEST_CASE("Unit: boundaries are Unicode's but for the deviations that are written down", "[text]") {  // 1, 2
  std::ifstream file("/usr/share/unicode/auxiliary/WordBreakTest.txt");
  if (!file) {
    WARN("WordBreakTest.txt is not installed (package unicode-data): skipped");
    return;
  }
  std::map<std::string_view, int> counts;
  bool version_15 = false;
  for (std::string source; std::getline(file, source);) {
    version_15 = version_15 || source.find("WordBreakTest-15.0.0") != std::string::npos;
    const Line line = Parse(source);
    INFO(source);
    std::set<std::size_t> cuts;
    for (const Unit& unit : TokensOf(FindLanguagePack(""), line.text).units) {
      const auto inside = line.boundaries.upper_bound(unit.begin);
      REQUIRE((inside == line.boundaries.end() || *inside >= unit.end));
      for (const std::size_t edge : {unit.begin, unit.end}) {
        if (!line.boundaries.contains(edge)) cuts.insert(edge);
      }
    }
    for (const std::size_t cut : cuts) {
      const std::string_view name = Deviation(line.text, cut);
      REQUIRE(name != "");
      ++counts[name];
    }
  }
  if (!version_15) return;
  const std::map<std::string_view, int> expected = {{"underscore", 186}, {"colon", 30}, {"kana", 3},
                                                    {"format", 82},      {"geresh", 3}, {"emoji", 2}};
  for (const auto& [name, count] : expected) {
    CAPTURE(name);
    CHECK(counts[name] == count);
  }
}

}  // namespace
}  // namespace signpost::text
