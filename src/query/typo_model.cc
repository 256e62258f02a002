// SPDX-License-Identifier: Apache-2.0
#include "query/typo_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "base/limits.h"

namespace signpost::query {
namespace {

// What a slip costs. Fitted to the misspellings of one half of the words, rounded to halves, judged by the other half;
// substitutions and extra letters a little nearer to each other than fitted, because fingers slip more evenly than
// spelling does. docs/typos.md.
constexpr double kMissingLetter = 3;
constexpr double kMissingVowel = 2;
constexpr double kMissingDouble = 2;  // of two equal letters one
constexpr double kExtraLetter = 4.5;
constexpr double kExtraDouble = 3;  // a letter twice
constexpr double kSwap = 2.5;
constexpr double kAlikeLetter = 4;  // a vowel for a vowel, a consonant for one that sounds like it
constexpr double kNextKey = 4.5;
constexpr double kOtherLetter = 5;
// More, where people look: at the first letter, and at the last of a whole word.
constexpr double kAtFirstLetter = 1;
constexpr double kAtLastLetter = 0.5;
// How much a common term is preferred: a power of 1 + ln(documents).
constexpr double kPopularityPower = 1.5;

// What is known of a letter; all zero for others.
struct Letter {
  bool vowel = false;
  std::uint8_t sound = 0;
  std::uint8_t row = 0;     // of the keyboard, from 1
  std::uint8_t column = 0;  // in quarters of a key
};

constexpr std::u32string_view kVowels = U"aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿаеёиоуыэюя";
// The groups of Soundex (Russell 1918) that hold more than one letter; what Cyrillic letters sound like.
constexpr std::u32string_view kSounds[] = {U"bfpvwбвпф", U"cgjkqsxzçßгжзксхцчшщ", U"dtðþдт", U"mnñмн"};
struct KeyboardRow {
  std::u32string_view letters;
  std::uint8_t row;
  std::uint8_t shift;  // quarters of a key
};
constexpr KeyboardRow kKeyboards[] = {{U"qwertyuiop", 1, 0},   {U"asdfghjkl", 2, 1},   {U"zxcvbnm", 3, 3},
                                      {U"йцукенгшщзхъ", 1, 0}, {U"фывапролджэ", 2, 1}, {U"ячсмитьбю", 3, 3}};
constexpr int kKeyWidth = 4;
constexpr int kMaxKeyDistanceSquared = 20;  // one key to the side, or up to half a key aslant

constexpr char32_t kLatinEnd = 0x100;
constexpr char32_t kCyrillicBegin = 0x430;
constexpr char32_t kCyrillicEnd = 0x460;
constexpr std::size_t kLetterCount = kLatinEnd + (kCyrillicEnd - kCyrillicBegin) + 1;

// Where a letter stands in the table; the last place is that of all others.
constexpr std::size_t LetterIndex(char32_t c) {
  if (c < kLatinEnd) return c;
  if (c >= kCyrillicBegin && c < kCyrillicEnd) return kLatinEnd + (c - kCyrillicBegin);
  return kLetterCount - 1;
}

constexpr std::array<Letter, kLetterCount> MakeLetters() {
  std::array<Letter, kLetterCount> letters{};
  for (char32_t c : kVowels) letters[LetterIndex(c)].vowel = true;
  std::uint8_t sound = 0;
  for (std::u32string_view group : kSounds) {
    ++sound;
    for (char32_t c : group) letters[LetterIndex(c)].sound = sound;
  }
  for (const KeyboardRow& row : kKeyboards) {
    for (std::size_t i = 0; i < row.letters.size(); ++i) {
      Letter& letter = letters[LetterIndex(row.letters[i])];
      letter.row = row.row;
      letter.column = static_cast<std::uint8_t>(i * kKeyWidth + row.shift);
    }
  }
  return letters;
}

constexpr std::array<Letter, kLetterCount> kLetters = MakeLetters();

const Letter& LetterOf(char32_t c) { return kLetters[LetterIndex(c)]; }

bool AreNextKeys(const Letter& a, const Letter& b) {
  if (a.row == 0 || b.row == 0) return false;
  const int across = a.column - b.column;
  const int down = kKeyWidth * (a.row - b.row);
  return across * across + down * down <= kMaxKeyDistanceSquared;
}

double SubstitutionCost(char32_t typed, char32_t meant) {
  const Letter& a = LetterOf(typed);
  const Letter& b = LetterOf(meant);
  if ((a.vowel && b.vowel) || (a.sound != 0 && a.sound == b.sound)) return kAlikeLetter;
  return AreNextKeys(a, b) ? kNextKey : kOtherLetter;
}

// True when the letter stands beside its like.
bool IsDouble(std::u32string_view word, std::size_t i) {
  return (i > 0 && word[i - 1] == word[i]) || (i + 1 < word.size() && word[i + 1] == word[i]);
}

double ExtraCost(std::u32string_view typed, std::size_t i) { return IsDouble(typed, i) ? kExtraDouble : kExtraLetter; }

double MissingCost(std::u32string_view term, std::size_t j) {
  if (IsDouble(term, j)) return kMissingDouble;
  return LetterOf(term[j]).vowel ? kMissingVowel : kMissingLetter;
}

// The table of edit_distance.cc with costs for ones: a row for each letter of the term, three of them kept.
class CostTable {
 public:
  CostTable(std::u32string_view typed, std::u32string_view term, bool prefix)
      : typed_(typed), term_(term), whole_(!prefix) {
    for (std::size_t i = 0; i < typed.size(); ++i) extra_costs_[i] = ExtraCost(typed, i);
  }
  CostTable(const CostTable&) = delete;  // points into itself
  CostTable& operator=(const CostTable&) = delete;

  double Cheapest() {
    FillFirstRow();
    double cheapest = current_[typed_.size()];
    for (std::size_t j = 1; j <= term_.size(); ++j) {
      double* free_row = before_previous_;
      before_previous_ = previous_;
      previous_ = current_;
      current_ = free_row;
      FillRow(j);
      cheapest = whole_ ? current_[typed_.size()] : std::min(cheapest, current_[typed_.size()]);
      if (!whole_ && RowsAreBeyond(cheapest)) break;
    }
    return cheapest;
  }

 private:
  using Row = std::array<double, limits::kMaxTypoWordCodepoints + 1>;

  // What an edit of the term's letters [begin, end) costs beside its kind.
  double PlaceCost(std::size_t begin, std::size_t end) const {
    if (begin == 0) return kAtFirstLetter;
    return whole_ && end == term_.size() ? kAtLastLetter : 0;
  }

  // Nothing of the term: all that was typed is extra.
  void FillFirstRow() {
    current_[0] = 0;
    for (std::size_t i = 1; i <= typed_.size(); ++i) {
      current_[i] = current_[i - 1] + extra_costs_[i - 1] + kAtFirstLetter;
    }
  }

  // Fills the current row with what the first j letters of the term cost, typed as each beginning of the typed word.
  void FillRow(std::size_t j) {
    const char32_t meant = term_[j - 1];
    const double place = PlaceCost(j - 1, j);
    const double extra_place = PlaceCost(j, j);
    const double missing = MissingCost(term_, j - 1) + place;
    current_[0] = previous_[0] + missing;
    for (std::size_t i = 1; i <= typed_.size(); ++i) {
      const char32_t typed = typed_[i - 1];
      const double change = typed == meant ? 0 : SubstitutionCost(typed, meant) + place;
      current_[i] = std::min(
          {previous_[i - 1] + change, previous_[i] + missing, current_[i - 1] + extra_costs_[i - 1] + extra_place});
      if (i > 1 && j > 1 && typed == term_[j - 2] && typed_[i - 2] == meant) {
        current_[i] = std::min(current_[i], before_previous_[i - 2] + kSwap + PlaceCost(j - 2, j));
      }
    }
  }

  // True when no later row, all of which go on from these two, can be cheaper.
  bool RowsAreBeyond(double cost) const {
    for (std::size_t i = 0; i <= typed_.size(); ++i) {
      if (current_[i] < cost || previous_[i] < cost) return false;
    }
    return true;
  }

  const std::u32string_view typed_;
  const std::u32string_view term_;
  const bool whole_;
  std::array<double, limits::kMaxTypoWordCodepoints> extra_costs_;  // by letter of the typed word
  std::array<Row, 3> rows_;
  double* before_previous_ = rows_[0].data();
  double* previous_ = rows_[1].data();
  double* current_ = rows_[2].data();
};

}  // namespace

double TypoCost(std::u32string_view typed, std::u32string_view term, bool prefix) {
  if (typed.size() > limits::kMaxTypoWordCodepoints) return std::numeric_limits<double>::infinity();
  return CostTable(typed, term, prefix).Cheapest();
}

double TypoLikelihood(double cost, std::uint64_t document_count) {
  const double popularity = 1 + std::log(static_cast<double>(document_count));
  return std::pow(popularity, kPopularityPower) * std::exp(-cost);
}

}  // namespace signpost::query
