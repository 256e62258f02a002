// SPDX-License-Identifier: Apache-2.0
#include "query_fuzz.h"

#include <algorithm>
#include <utility>

namespace bench {
namespace {

using Random = std::mt19937_64;

// How many words are common: alone each is in a good part of the documents.
constexpr std::size_t kCommon = 60;
constexpr std::size_t kFrequent = 1000;

char Letter(Random& random) { return static_cast<char>('a' + Below(26, random)); }

std::string Edited(std::string word, Random& random) {
  if (word.empty()) return word;
  const std::size_t at = Below(word.size(), random);
  switch (Below(4, random)) {
    case 0:
      if (word.size() > 1) word.erase(at, 1);
      break;
    case 1:
      word.insert(at, 1, Letter(random));
      break;
    case 2:
      word[at] = Letter(random);
      break;
    default:
      if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
  }
  return word;
}

std::string Common(const WordStock& words, Random& random) { return words.Common(kCommon, random); }
std::string Frequent(const WordStock& words, Random& random) { return words.Common(kFrequent, random); }
std::string Any(const WordStock& words, Random& random) { return words.Any(random); }

std::string Prefix(const WordStock& words, Random& random) {
  return Frequent(words, random).substr(0, 1 + Below(3, random));
}

std::string LongPrefix(const WordStock& words, Random& random) {
  const std::string& word = words.Long(random);
  return word.substr(0, 3 + Below(word.size() - 2, random));
}

std::string Typo(const WordStock& words, Random& random) {
  std::string word = words.Long(random);
  for (std::size_t edits = 1 + Below(2, random); edits > 0; --edits) word = Edited(std::move(word), random);
  return word;
}

std::string Glued(const WordStock& words, Random& random) {
  std::string word;
  for (std::size_t parts = 2 + Below(4, random); parts > 0; --parts) word += Frequent(words, random);
  return word;
}

std::string Identifier(const WordStock& words, Random& random) {
  std::string whole = words.Common(kFrequent, random);
  for (std::size_t parts = 1 + Below(5, random); parts > 0; --parts) {
    whole += "-._/"[Below(4, random)];
    whole += Below(2, random) == 0 ? std::to_string(Below(1000, random)) : Common(words, random);
  }
  return whole;
}

std::string Phrase(const WordStock& words, Random& random) {
  std::string phrase = "\"" + Common(words, random);
  for (std::size_t more = 1 + Below(5, random); more > 0; --more) phrase += " " + Common(words, random);
  return phrase + "\"";
}

std::string Excluded(const WordStock& words, Random& random) {
  switch (Below(3, random)) {
    case 0:
      return "-" + Phrase(words, random);
    case 1:
      return "-" + Frequent(words, random);
    default:
      return Common(words, random);
  }
}

std::string Characters(const WordStock& words, Random& random) {
  std::string run;
  for (std::size_t more = 1 + Below(8, random); more > 0; --more) run += words.Character(random);
  return run;
}

std::string Anything(const WordStock& words, Random& random) {
  using Drawer = std::string (*)(const WordStock&, Random&);
  static constexpr Drawer kDrawers[] = {Common, Frequent, Any, Prefix, LongPrefix, Typo, Glued, Identifier, Characters};
  return kDrawers[Below(std::size(kDrawers), random)](words, random);
}

std::string Plain(const WordStock& words, Random& random) {
  return Below(3, random) == 0 ? Any(words, random) : Frequent(words, random);
}

}  // namespace

const std::vector<Family>& Families() {
  static const std::vector<Family> families = {
      {.name = "common word", .draw = Common},
      {.name = "common words", .min_pieces = 2, .max_pieces = 12, .draw = Common},
      {.name = "short prefix", .draw = Prefix},
      {.name = "short prefixes", .min_pieces = 2, .max_pieces = 12, .draw = Prefix},
      {.name = "prefix of a long word", .draw = LongPrefix},
      {.name = "typo in a long word", .draw = Typo},
      {.name = "typos in long words", .min_pieces = 2, .max_pieces = 40, .draw = Typo},
      {.name = "words stuck together", .min_pieces = 1, .max_pieces = 12, .draw = Glued},
      {.name = "identifiers", .min_pieces = 1, .max_pieces = 40, .draw = Identifier},
      {.name = "CJK", .min_pieces = 1, .max_pieces = 60, .draw = Characters, .between = ""},
      {.name = "phrases", .min_pieces = 1, .max_pieces = 60, .draw = Phrase, .advanced = true},
      {.name = "exclusions", .min_pieces = 2, .max_pieces = 200, .draw = Excluded, .advanced = true},
      {.name = "question", .min_pieces = 5, .max_pieces = 30, .draw = Plain},
      {.name = "ticket of 5,000 words", .min_pieces = 5000, .max_pieces = 5000, .draw = Plain},
      {.name = "64 KB of common words", .min_pieces = 20'000, .max_pieces = 20'000, .draw = Frequent},
      {.name = "64 KB of any words", .min_pieces = 15'000, .max_pieces = 15'000, .draw = Any},
      {.name = "64 KB of typos", .min_pieces = 6000, .max_pieces = 6000, .draw = Typo},
      {.name = "64 KB of words stuck together", .min_pieces = 5000, .max_pieces = 5000, .draw = Glued},
      {.name = "64 KB of CJK", .min_pieces = 5000, .max_pieces = 5000, .draw = Characters, .between = ""},
      {.name = "64 KB of phrases", .min_pieces = 4000, .max_pieces = 4000, .draw = Phrase, .advanced = true},
      {.name = "64 KB of exclusions", .min_pieces = 8000, .max_pieces = 8000, .draw = Excluded, .advanced = true},
      {.name = "1,000 hits of common words", .min_pieces = 1, .max_pieces = 12, .draw = Common, .hits = 1000},
      {.name = "anything", .min_pieces = 1, .max_pieces = 60, .draw = Anything},
  };
  return families;
}

Pieces Draw(const Family& family, const WordStock& words, Random& random) {
  const std::size_t count = family.min_pieces + Below(family.max_pieces - family.min_pieces + 1, random);
  Pieces pieces;
  for (std::size_t i = 0; i < count; ++i) pieces.push_back(family.draw(words, random));
  return pieces;
}

Pieces Changed(Pieces pieces, const Family& family, const WordStock& words, Random& random) {
  // Long queries change in a tenth of their pieces at most, or a step would not be felt.
  const std::size_t changes = 1 + Below(1 + pieces.size() / 10, random);
  for (std::size_t i = 0; i < changes; ++i) {
    const std::size_t at = Below(pieces.size(), random);
    switch (Below(6, random)) {
      case 0:
        if (pieces.size() < family.max_pieces) pieces.insert(pieces.begin() + at, family.draw(words, random));
        break;
      case 1:
        if (pieces.size() > family.min_pieces) pieces.erase(pieces.begin() + at);
        break;
      case 2:
        pieces[at] = pieces[Below(pieces.size(), random)];
        break;
      case 3:
        std::swap(pieces[at], pieces[Below(pieces.size(), random)]);
        break;
      case 4:
        // A byte of a longer character is no letter.
        if (static_cast<unsigned char>(pieces[at][0]) < 0x80) pieces[at] = Edited(pieces[at], random);
        break;
      default:
        pieces[at] = family.draw(words, random);
    }
  }
  return pieces;
}

JudgedQuery QueryOf(const Pieces& pieces, const Family& family) {
  JudgedQuery query{.set = family.name, .advanced = family.advanced, .hits = family.hits};
  for (const std::string& piece : pieces) {
    const std::string_view between = query.text.empty() ? "" : family.between;
    if (query.text.size() + between.size() + piece.size() > kMaxQueryBytes) break;
    query.text += between;
    query.text += piece;
  }
  return query;
}

}  // namespace bench
