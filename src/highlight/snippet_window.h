// SPDX-License-Identifier: Apache-2.0
// snippet_window.h — the place of a text that a person would quote: the rarest and most words of the query close together, from
// the beginning of a sentence to the end of one where that is near, a step, a table row or code whole where it fits.
//
// Threads:  one thread.
// Cost:     linear in the matches, and kMostLookedAt windows.
#ifndef SIGNPOST_HIGHLIGHT_SNIPPET_WINDOW_H_
#define SIGNPOST_HIGHLIGHT_SNIPPET_WINDOW_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "highlight/context.h"
#include "highlight/matched_values.h"

namespace signpost::highlight {

// How long a snippet may be. Both hold.
struct SnippetLength {
  std::size_t half_words = 60;  // a CJK character is one
  std::size_t characters = 0;   // code points

  // Of `words` words, or characters when that is above 0.
  static SnippetLength Of(int words, int characters);
};

// A run of units [begin, end) of one value, and the bytes of its text that are shown.
struct Window {
  std::size_t value = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint64_t score = 0;

  bool Overlaps(const Window& other) const { return value == other.value && begin < other.end && other.begin < end; }
};

class WindowFinder {
 public:
  // `values` has a value open whose text is `text`; `blocks` are of it.
  WindowFinder(std::string_view text, const TextBlocks& blocks, const SnippetLength& length, MatchedValues* values,
               Scratch* scratch)
      : text_(text), blocks_(blocks), length_(length), values_(*values), scratch_(*scratch) {}

  // Returns the best window that overlaps none of `taken`, by the information in `scratch`; nothing when nothing matched
  // outside them.
  std::optional<Window> Best(std::size_t value, const std::vector<Window>& taken);

  // Returns the window from the text's beginning.
  Window Beginning(std::size_t value);

 private:
  struct Limits {
    std::size_t low = 0;  // units
    std::size_t high = 0;
  };

  void CollectCandidates(const std::vector<Window>& taken, std::size_t value);
  Window WindowAt(std::size_t value, std::size_t place, const Limits& limits);
  Limits LimitsAt(std::size_t unit, std::size_t value, const std::vector<Window>& taken) const;
  std::size_t BeginOf(std::size_t unit, const Limits& limits);
  std::size_t SentenceBegin(std::size_t unit, std::size_t low);
  std::size_t FarthestEnd(std::size_t begin, std::size_t high);
  std::size_t EndOf(std::size_t begin, std::size_t farthest);
  std::uint64_t Score(std::size_t begin, std::size_t end);
  std::size_t Width(std::size_t unit);
  std::string_view Gap(std::size_t unit);  // before it

  std::string_view text_;
  const TextBlocks& blocks_;
  const SnippetLength& length_;
  MatchedValues& values_;
  Scratch& scratch_;
};

// The bytes of a window that are shown, [begin, end) of the text.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};
ByteRange ShownBytes(std::string_view text, const Window& window, const SnippetLength& length, MatchedValues* values);

}  // namespace signpost::highlight

#endif  // SIGNPOST_HIGHLIGHT_SNIPPET_WINDOW_H_
