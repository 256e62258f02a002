// SPDX-License-Identifier: Apache-2.0
// The short cuts of the analysis (TextPath::kFast) give what the rules and ICU give (kGeneral): tokens, places, terms.
//
// 1. On random ASCII, Latin and mixed text, with every language pack.
// 2. On the bundled help center.
// 3. On every corpus of the shared data (skipped where there is none).
// 4. A block of 16 bytes says the same with SSE2 and without.
#include <catch2/catch.hpp>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "support/seed.h"
#include "support/shared_data.h"
#include "text/ascii_block.h"
#include "text/languages/packs.h"
#include "text/token_invariants.h"

namespace signpost::text {
namespace {

namespace fs = std::filesystem;

void CheckSame(const LanguagePack& pack, std::string_view text) {
  const TokenList fast = TokensOf(pack, text);
  const TokenList general = TokensOf(pack, text, TextPath::kGeneral);
  if (Flat(fast) == Flat(general) && fast.units.size() == general.units.size()) return;
  CAPTURE(pack.tag, text);
  REQUIRE(Flat(fast) == Flat(general));
  REQUIRE(fast.units.size() == general.units.size());
}

// Words and what stands between them, so that most of it is like text.
std::string RandomProse(std::mt19937_64& random, const std::vector<std::string_view>& letters) {
  static constexpr std::string_view kGaps[] = {
      " ", " ", " ", " ",  "\n", ", ", ". ", "; ", "! ", "? ", " (", ") ", "\"", "'", "' ", "-",  " - ", "--",
      ".", ",", ":", ": ", "/",  "_",  "#",  "+",  "@",  "++", "# ", "\t", "\r", "&", " <", "> ", "*",   "\x7F"};
  std::string out;
  for (std::size_t words = random() % 16; words > 0; --words) {
    const bool digits = random() % 8 == 0;
    const bool capitals = random() % 6 == 0;
    std::size_t length = 1 + random() % 9;
    if (random() % 16 == 0) length += random() % 30;
    for (; length > 0; --length) {
      std::string letter(letters[random() % letters.size()]);
      if (digits || random() % 64 == 0) letter = static_cast<char>('0' + random() % 10);
      if ((capitals || random() % 24 == 0) && letter[0] >= 'a' && letter[0] <= 'z') letter[0] ^= 0x20;
      out += letter;
    }
    out += kGaps[random() % std::size(kGaps)];
  }
  return out;
}

void CheckProse(const std::vector<std::string_view>& letters, std::size_t rounds) {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (std::size_t round = 0; round < rounds; ++round) {
    CAPTURE(round);
    CheckSame(*AllLanguagePacks()[round % AllLanguagePacks().size()], RandomProse(random, letters));
  }
}

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return std::move(out).str();
}

// A line of JSON as text: good enough to compare two ways of reading it.
std::string WithoutEscapes(std::string_view json) {
  std::string out;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const bool escape = json[i] == '\\' && i + 1 < json.size();
    if (escape) ++i;
    out.push_back(escape && json[i] == 'n' ? '\n' : json[i]);
  }
  return out;
}

// arduino.en.jsonl -> en
std::string LanguageOf(const fs::path& path) { return path.stem().extension().string().substr(1); }

}  // namespace

TEST_CASE("TextPath: random text gives the same on both", "[text]") {  // 1
  const std::vector<std::string_view> ascii = {"a", "b", "e", "i", "n", "s", "t", "x", "z"};
  CheckProse(ascii, 20'000);
  std::vector<std::string_view> latin = ascii;
  latin.insert(latin.end(), {"é", "ñ", "ü", "ç", "ß", "ø", "Å", "œ", "İ", "ı", "ﬁ", "e\u0301", "’"});
  CheckProse(latin, 10'000);
  std::vector<std::string_view> mixed = latin;
  mixed.insert(mixed.end(),
               {"写", "の",   "ﾃﾞ",     "한",     "ไ",      "ท",      "я",  "й", "ά",      "ש",    "ع",       "\u0651",
                "क",  "🙂", "\u200D", "\u200B", "\u00AD", "\u00A0", "１", "٣", "\uFFFD", "\xFF", "\xE4\xB8"});
  CheckProse(mixed, 10'000);
}

TEST_CASE("TextPath: the bundled help center gives the same on both", "[text]") {  // 2
  std::size_t files = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(SIGNPOST_SOURCE_DIR "/data/help_center")) {
    if (!entry.is_regular_file()) continue;
    const std::string relative = fs::relative(entry.path(), SIGNPOST_SOURCE_DIR "/data/help_center").string();
    CheckSame(FindLanguagePack(relative.substr(0, 2)), ReadFile(entry.path()));
    ++files;
  }
  REQUIRE(files > 100);
}

TEST_CASE("TextPath: the shared corpora give the same on both", "[text]") {  // 3
  const fs::path folder = SharedData() + "/corpora";
  if (!fs::is_directory(folder)) {
    WARN("no corpora under " << folder << ": skipped");
    return;
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".jsonl") continue;
    CAPTURE(entry.path());
    const LanguagePack& pack = FindLanguagePack(LanguageOf(entry.path()));
    std::ifstream lines(entry.path());
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) CheckSame(pack, WithoutEscapes(line));
    REQUIRE(count > 0);
  }
}

TEST_CASE("AsciiBlock: the same with SSE2 and without", "[text]") {  // 4
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int first = 0; first < 0x100; ++first) {
    std::array<char, kAsciiBlockBytes> bytes;
    for (char& c : bytes) c = static_cast<char>(random());
    bytes[static_cast<std::size_t>(first) % bytes.size()] = static_cast<char>(first);
    std::array<char, kAsciiBlockBytes> lower;
    std::array<char, kAsciiBlockBytes> portable_lower;
    const AsciiBlock block(bytes.data());
    const PortableAsciiBlock portable(bytes.data());
    REQUIRE(block.Letters() == portable.Letters());
    REQUIRE(block.Capitals() == portable.Capitals());
    block.WriteLower(lower.data());
    portable.WriteLower(portable_lower.data());
    REQUIRE(lower == portable_lower);
  }
}

}  // namespace signpost::text
