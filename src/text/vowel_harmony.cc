// SPDX-License-Identifier: Apache-2.0
#include "text/vowel_harmony.h"

#include <cstddef>

#include "text/char_class.h"

namespace signpost::text {
namespace {

enum class Side { kUnknown, kBack, kFront };

struct Vowel {
  std::string_view back;  // UTF-8; both empty for what is no vowel
  std::string_view front;
};

// Returns the pair that the ASCII letter `c` is of.
Vowel VowelOf(const VowelHarmony& harmony, char c) {
  std::size_t back_end = 0;
  std::size_t front_end = 0;
  while (back_end < harmony.back.size() && front_end < harmony.front.size()) {
    const std::size_t back = back_end;
    const std::size_t front = front_end;
    NextCodePoint(harmony.back, &back_end);
    NextCodePoint(harmony.front, &front_end);
    if (harmony.back[back] == c || harmony.front[front] == c) {
      return {harmony.back.substr(back, back_end - back), harmony.front.substr(front, front_end - front)};
    }
  }
  return {};
}

// True when the partner is ASCII too: whoever typed the vowel could have typed the other.
bool IsSure(const Vowel& vowel) { return vowel.back.size() == 1 && vowel.front.size() == 1; }

Side SideOf(const Vowel& vowel, char c) { return vowel.back[0] == c ? Side::kBack : Side::kFront; }

Side FirstSureSide(const VowelHarmony& harmony, std::string_view term) {
  for (const char c : term) {
    const Vowel vowel = VowelOf(harmony, c);
    if (IsSure(vowel)) return SideOf(vowel, c);
  }
  return Side::kUnknown;
}

}  // namespace

std::string RestoreVowels(const VowelHarmony& harmony, std::string_view term) {
  std::string out;
  Side side = Side::kUnknown;
  bool first = true;
  for (const char c : term) {
    const Vowel vowel = VowelOf(harmony, c);
    if (vowel.back.empty()) {
      out += c;
      continue;
    }
    // Behind the first syllable, a vowel that suffixes do not have is as it was typed: it comes from another language.
    const bool sure = IsSure(vowel) || (!first && harmony.suffix.find(c) == std::string_view::npos);
    if (sure) {
      side = SideOf(vowel, c);
    } else if (first) {
      side = FirstSureSide(harmony, term);
    }
    if (sure || side == Side::kUnknown) {
      out += c;
    } else {
      out += side == Side::kBack ? vowel.back : vowel.front;
    }
    first = false;
  }
  return out;
}

}  // namespace signpost::text
