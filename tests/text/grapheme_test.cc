// SPDX-License-Identifier: Apache-2.0
// 1. The clusters are those of Unicode's own GraphemeBreakTest.txt, every line of it (skipped where the file is not installed).
// 2. Some that readers meet.
#include "text/grapheme.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace {

using Strings = std::vector<std::string>;

Strings Clusters(const std::string& text) {
  Strings out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = signpost::text::GraphemeEnd(text, begin);
    out.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return out;
}

}  // namespace

TEST_CASE("Graphemes: Unicode's own test", "[text]") {  // 1
  std::ifstream file("/usr/share/unicode/auxiliary/GraphemeBreakTest.txt");
  if (!file) {
    WARN("GraphemeBreakTest.txt is not installed (package unicode-data): skipped");
    return;
  }
  int lines = 0;
  for (std::string line; std::getline(file, line);) {
    line.resize(std::min(line.find('#'), line.size()));
    std::istringstream words(line);
    std::string text;
    Strings expected;
    for (std::string word; words >> word;) {
      if (word == "÷") {
        expected.emplace_back();
      } else if (word != "×") {
        std::string character;
        signpost::AppendUtf8(&character, static_cast<char32_t>(std::stoul(word, nullptr, 16)));
        text += character;
        expected.back() += character;
      }
    }
    if (expected.empty()) continue;
    expected.pop_back();
    CAPTURE(line);
    CHECK(Clusters(text) == expected);
    ++lines;
  }
  CHECK(lines >= 600);
}

TEST_CASE("Graphemes: letters with accents, syllables, families, flags", "[text]") {  // 2
  CHECK(Clusters("ab") == Strings{"a", "b"});
  CHECK(Clusters("e\u0301\u0302x") == Strings{"e\u0301\u0302", "x"});
  CHECK(Clusters("ﾃﾞｰ") == Strings{"ﾃﾞ", "ｰ"});
  CHECK(Clusters("👨‍👩‍👧a") == Strings{"👨‍👩‍👧", "a"});
  CHECK(Clusters("🇧🇷🇵🇹") == Strings{"🇧🇷", "🇵🇹"});
  CHECK(Clusters("각") == Strings{"각"});
}
