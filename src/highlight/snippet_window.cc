// SPDX-License-Identifier: Apache-2.0
#include "highlight/snippet_window.h"

#include <algorithm>
#include <functional>

#include "base/utf8.h"
#include "highlight/byte_block.h"
#include "text/grapheme.h"

namespace signpost::highlight {
namespace {

constexpr std::size_t kMostLookedAt = 3;  // windows of one value, the most promising
// Of a window: how much a further match of a word that is in it already counts beside its first.
constexpr std::uint64_t kRepeatShare = 20;
// A word beside another one of the query counts so much more of the lesser one.
constexpr std::uint64_t kNeighbourShare = 10;
constexpr std::size_t kNearUnits = 3;
// A snippet may begin this share of its length before its first match, to start where a sentence or a clause does, and end
// this share before it is full.
constexpr std::size_t kLeadShare = 3;
constexpr std::size_t kTailShare = 3;
constexpr std::size_t kCharactersPerWord =
    40;  // of a snippet that is counted in words: signs between words do not count

std::size_t CodePoints(std::string_view s) {
  return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return !IsUtf8Continuation(c); }));
}

// True when no unit of a text is half a word.
bool WholeWordsOnly(std::string_view text) {
  std::size_t at = 0;
  for (; at + kByteBlockBytes <= text.size(); at += kByteBlockBytes) {
    if (ByteBlock(text.data() + at).AnyCjk()) return false;
  }
  return std::none_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), &BeginsCjk);
}

// The bytes of the longest beginning of at most so many code points that ends before a space and cuts no grapheme; one
// grapheme at least.
std::size_t FittingBytes(std::string_view text, std::size_t characters) {
  std::size_t end = 0, space = 0, count = 0;
  while (end < text.size()) {
    const std::size_t next = text::GraphemeEnd(text, end);
    count += CodePoints(text.substr(end, next - end));
    if (count > characters && end > 0) return space > 0 ? space : end;
    if (text[end] == ' ') space = end;
    end = next;
  }
  return end;
}

}  // namespace

SnippetLength SnippetLength::Of(int words, int characters) {
  if (characters > 0) return {.half_words = SIZE_MAX, .characters = static_cast<std::size_t>(characters)};
  const auto count = static_cast<std::size_t>(words);
  return {.half_words = 2 * count, .characters = kCharactersPerWord * count};
}

// In half words: a CJK character is half a word.
std::size_t WindowFinder::Width(std::size_t unit) {
  const text::Unit u = values_.units()[unit];
  const std::size_t size = u.end - u.begin;
  return (size == 3 || size == 4) && BeginsCjk(text_[u.begin]) ? 1 : 2;
}

std::string_view WindowFinder::Gap(std::size_t unit) {
  const std::uint32_t before = unit == 0 ? 0 : values_.units()[unit - 1].end;
  return text_.substr(before, values_.units()[unit].begin - before);
}

// The units around `unit` that no taken window has.
WindowFinder::Limits WindowFinder::LimitsAt(std::size_t unit, std::size_t value,
                                            const std::vector<Window>& taken) const {
  Limits out{0, values_.units().size()};
  for (const Window& window : taken) {
    if (window.value != value) continue;
    if (window.end <= unit) out.low = std::max(out.low, window.end);
    if (window.begin > unit) out.high = std::min(out.high, window.begin);
    if (window.begin <= unit && unit < window.end) return {unit, unit};
  }
  return out;
}

// Back from a unit to where its sentence begins, if that is near enough, else to where a clause does.
std::size_t WindowFinder::SentenceBegin(std::size_t unit, std::size_t low) {
  const std::size_t most_width = length_.half_words / kLeadShare;
  const std::size_t most_bytes = length_.characters / kLeadShare;
  const std::uint32_t from = values_.units()[unit].begin;
  std::optional<std::size_t> clause;
  std::size_t width = 0;
  std::size_t begin = unit;
  for (; begin > low && width < most_width && from - values_.units()[begin].begin < most_bytes; --begin) {
    const std::string_view gap = Gap(begin);
    if (EndsSentence(gap)) return begin;
    if (EndsClause(gap)) clause = begin;
    width += Width(begin - 1);
  }
  if (begin == 0) return 0;
  return clause.value_or(begin);
}

std::size_t WindowFinder::BeginOf(std::size_t unit, const Limits& limits) {
  if (!blocks_.empty()) {
    const TextBlock& block = blocks_.At(values_.units()[unit].begin);
    if (block.kind != LineKind::kText) {
      std::size_t begin = unit;
      while (begin > limits.low && values_.units()[begin - 1].begin >= block.begin) --begin;
      const std::size_t end = FarthestEnd(begin, limits.high);
      const bool whole = end == values_.units().size() || values_.units()[end].begin >= block.end;
      if (whole && end > unit) return begin;
    }
  }
  return SentenceBegin(unit, limits.low);
}

// The most units from `begin` on that fit; one at least.
std::size_t WindowFinder::FarthestEnd(std::size_t begin, std::size_t high) {
  std::size_t end = begin;
  std::size_t width = 0;
  const std::uint32_t first = values_.units()[begin].begin;
  for (; end < high; ++end) {
    const text::Unit unit = values_.units()[end];
    width += length_.half_words == SIZE_MAX ? 0 : Width(end);
    // So many bytes are no more code points.
    const bool long_enough =
        unit.end - first > length_.characters && CodePoints(text_.substr(first, unit.end - first)) > length_.characters;
    if (end > begin && (width > length_.half_words || long_enough)) break;
  }
  return end;
}

// Where a window that may reach to `farthest` ends: before a block that would be cut, or with a sentence, if that loses no
// match and little text.
std::size_t WindowFinder::EndOf(std::size_t begin, std::size_t farthest) {
  segment::UnitTable& units = values_.units();
  if (farthest == units.size()) return farthest;
  std::size_t least = begin + 1;  // all matches are before it
  const std::vector<Place>& places = values_.places();
  auto place = std::lower_bound(places.begin(), places.end(), begin,
                                [](const Place& p, std::size_t unit) { return p.unit < unit; });
  for (; place != places.end() && place->unit < farthest; ++place) {
    least = std::max<std::size_t>(least, values_.EndUnit(*place));
  }
  if (!blocks_.empty()) {
    const TextBlock& block = blocks_.At(units[farthest - 1].begin);
    if (units[farthest].begin >= block.end) return farthest;
    if (block.kind != LineKind::kText) {
      std::size_t end = farthest;
      while (end > least && units[end - 1].begin >= block.begin) --end;
      return units[end - 1].begin >= block.begin ? farthest : end;
    }
  }
  least = std::max(least, farthest - (farthest - begin) / kTailShare);
  std::optional<std::size_t> clause;
  for (std::size_t end = farthest; end >= least; --end) {
    const std::string_view gap = Gap(end);
    if (EndsSentence(gap)) return end;
    if (!clause && EndsClause(gap)) clause = end;
  }
  return clause.value_or(farthest);
}

std::uint64_t WindowFinder::Score(std::size_t begin, std::size_t end) {
  const std::vector<Place>& places = values_.places();
  std::fill(scratch_.seen.begin(), scratch_.seen.end(), 0);
  auto place = std::lower_bound(places.begin(), places.end(), begin,
                                [](const Place& p, std::size_t unit) { return p.unit < unit; });
  std::uint64_t score = 0;
  const Place* before = nullptr;  // of another slot
  for (; place != places.end() && place->unit < end; ++place) {
    const std::uint64_t information = scratch_.information[place->slot];
    if (scratch_.seen[place->slot]++ == 0) {
      score += information;
      if (before != nullptr && before->slot != place->slot && place->unit - before->unit <= kNearUnits) {
        score += std::min(information, scratch_.information[before->slot]) / kNeighbourShare;
      }
    } else {
      score += information / kRepeatShare;
    }
    before = &*place;
  }
  return score;
}

Window WindowFinder::WindowAt(std::size_t value, std::size_t place, const Limits& limits) {
  const std::size_t unit = values_.places()[place].unit;
  Window out{.value = value};
  out.begin = BeginOf(unit, limits);
  std::size_t farthest = FarthestEnd(out.begin, limits.high);
  if (farthest <= unit) {  // the lead is longer than it seemed
    out.begin = unit;
    farthest = FarthestEnd(unit, limits.high);
  }
  out.end = EndOf(out.begin, farthest);
  out.score = Score(out.begin, out.end);
  return out;
}

// Every place may be the first of a window. What the words from it on are worth says which are looked at; the sum over a run of
// places slides along.
void WindowFinder::CollectCandidates(const std::vector<Window>& taken, std::size_t value) {
  const std::vector<Place>& places = values_.places();
  std::size_t most_units = length_.characters;
  if (length_.half_words != SIZE_MAX) most_units = WholeWordsOnly(text_) ? length_.half_words / 2 : length_.half_words;
  scratch_.candidates.clear();
  scratch_.seen.assign(scratch_.information.size(), 0);
  std::uint64_t sum = 0;
  std::size_t end = 0;
  for (std::size_t p = 0; p < places.size(); ++p) {
    for (; end < places.size() && places[end].unit < places[p].unit + most_units; ++end) {
      const std::uint64_t information = scratch_.information[places[end].slot];
      sum += scratch_.seen[places[end].slot]++ == 0 ? information : information / kRepeatShare;
    }
    const Limits limits = LimitsAt(places[p].unit, value, taken);
    if (limits.low < limits.high) {
      const std::uint64_t worth = std::min<std::uint64_t>(sum, UINT32_MAX);
      scratch_.candidates.push_back(worth << 32 | (UINT32_MAX - p));  // of equal ones the first goes first
    }
    const std::uint64_t information = scratch_.information[places[p].slot];
    sum -= --scratch_.seen[places[p].slot] == 0 ? information : information / kRepeatShare;
  }
  const std::size_t count = std::min(kMostLookedAt, scratch_.candidates.size());
  std::partial_sort(scratch_.candidates.begin(), scratch_.candidates.begin() + static_cast<std::ptrdiff_t>(count),
                    scratch_.candidates.end(), std::greater<>());
  scratch_.candidates.resize(count);
}

std::optional<Window> WindowFinder::Best(std::size_t value, const std::vector<Window>& taken) {
  CollectCandidates(taken, value);
  std::optional<Window> best;
  for (const std::uint64_t candidate : scratch_.candidates) {
    const std::uint64_t worth = candidate >> 32;
    if (best && worth <= best->score) break;
    const std::size_t place = UINT32_MAX - static_cast<std::uint32_t>(candidate);
    const Window window = WindowAt(value, place, LimitsAt(values_.places()[place].unit, value, taken));
    if (!best || window.score > best->score || (window.score == best->score && window.begin < best->begin)) {
      best = window;
    }
  }
  return best;
}

Window WindowFinder::Beginning(std::size_t value) {
  Window out{.value = value};
  if (values_.units().size() == 0) return out;
  values_.places().clear();
  out.end = EndOf(0, FarthestEnd(0, values_.units().size()));
  return out;
}

ByteRange ShownBytes(std::string_view text, const Window& window, const SnippetLength& length, MatchedValues* values) {
  segment::UnitTable& units = values->units();
  if (window.begin >= window.end) {  // a text without words, or without offsets
    return {0, FittingBytes(text, length.characters)};
  }
  ByteRange out{units[window.begin].begin, units[window.end - 1].end};
  std::size_t shown = CodePoints(text.substr(out.begin, out.end - out.begin));
  auto fits = [&](std::string_view more) {
    const std::size_t count = CodePoints(more);
    if (shown + count > length.characters) return false;
    shown += count;
    return true;
  };
  const std::size_t before = window.begin == 0 ? 0 : units[window.begin - 1].end;
  const std::string_view lead = text.substr(before, out.begin - before);
  const std::size_t opening = window.begin == 0 ? lead.size() : OpeningBytes(lead);
  if (fits(lead.substr(lead.size() - opening))) out.begin -= opening;
  const std::size_t after = window.end == units.size() ? text.size() : units[window.end].begin;
  const std::string_view tail = text.substr(out.end, after - out.end);
  const std::size_t closing = window.end == units.size() ? tail.size() : ClosingBytes(tail);
  if (fits(tail.substr(0, closing))) out.end += closing;
  return out;
}

}  // namespace signpost::highlight
