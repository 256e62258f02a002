// SPDX-License-Identifier: Apache-2.0
#include "highlight/highlighter.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "highlight/section_path.h"

namespace signpost::highlight {
namespace {

constexpr std::size_t kMaxSections = 3;
// How much a further match of a word in the same section counts beside its first.
constexpr double kRepeatFactor = 0.05;
// A heading says what its section is about: matches in it count more than in the text below.
constexpr double kHeadingFactor = 2;
constexpr double kInformationUnit = 4096;     // information in whole numbers, so that sums do not depend on their order
constexpr double kMostInformation = 1 << 20;  // of one word
constexpr std::uint64_t kShownShare = 4;      // of its information that a word keeps once a snippet has shown it

}  // namespace

Highlighter::Highlighter(const Context& context, const segment::Segment& segment, const segment::StoredDocument& stored,
                         const match::DocMatch& match, Scratch* scratch)
    : context_(context), stored_(stored), scratch_(*scratch), values_(context, segment, match, scratch) {}

void Highlighter::Describe(HighlightedText* out) const {
  std::size_t known = 0;
  std::uint32_t last_word = UINT32_MAX;
  for (const query::Slot& slot : context_.plan.slots) {
    if (slot.alternatives.empty() || !slot.marked || slot.word == last_word) continue;
    last_word = slot.word;
    ++known;
    if (scratch_.words[slot.word] != 0) out->matched_words.push_back(context_.query.words[slot.word].term);
  }
  if (out->matched_words.empty()) return;
  out->match_level = out->matched_words.size() == known ? MatchLevel::kFull : MatchLevel::kPartial;
}

bool Highlighter::AppendPart(std::string_view text, std::size_t begin, std::size_t end, std::size_t first_unit,
                             std::string* out) {
  std::vector<Mark>& marks = scratch_.marks;
  marks.clear();
  for (const Place& place : values_.places()) {
    const text::Unit first = values_.units()[place.unit];
    if (first.begin < begin || first.begin >= end) continue;
    const Mark mark = values_.MarkOf(place, text);
    if (mark.end > end) continue;
    scratch_.words[context_.plan.slots[place.slot].word] = 1;
    marks.push_back(mark);
  }
  Normalize(&marks, text.size());
  AppendMarked(text, begin, end, marks, context_.options, out);
  return AllMarked(first_unit, end);
}

// True when the marks, which are in order, cover the units from `unit` on that begin before the byte `end`, and there is one.
bool Highlighter::AllMarked(std::size_t unit, std::size_t end) {
  if (scratch_.marks.empty()) return false;
  auto mark = scratch_.marks.begin();
  segment::UnitTable& units = values_.units();
  for (; unit < units.size() && units[unit].begin < end; ++unit) {
    while (mark != scratch_.marks.end() && mark->end < units[unit].end) ++mark;
    if (mark == scratch_.marks.end() || mark->begin > units[unit].begin) return false;
  }
  return true;
}

HighlightedText Highlighter::Part(std::string_view text, ByteRange shown, std::size_t first_unit) {
  HighlightedText out;
  StartText();
  if (shown.begin != 0) out.value += context_.options.ellipsis;
  out.fully_highlighted = AppendPart(text, shown.begin, shown.end, first_unit, &out.value);
  if (shown.end != text.size()) out.value += context_.options.ellipsis;
  Describe(&out);
  return out;
}

HighlightedText Highlighter::Whole(const Field& field, std::size_t value, std::string_view text) {
  values_.OpenValue(field, value, text);
  return Part(text, {0, text.size()}, 0);
}

std::vector<HighlightedText> Highlighter::Headings() {
  const Field field = Open("headings");
  std::vector<HighlightedText> out;
  for (std::size_t i = 0; i < stored_.sections.size(); ++i) {
    if (stored_.sections[i].heading.empty()) continue;
    if (context_.options.restrict_arrays && !values_.AnyIn(field, i)) continue;
    out.push_back(Whole(field, i, stored_.sections[i].heading));
  }
  return out;
}

HighlightedText Highlighter::Body() {
  const Field field = Open("body");
  HighlightedText out;
  StartText();
  out.fully_highlighted = true;
  for (std::size_t v = 0; v < stored_.sections.size(); ++v) {
    const std::string_view text = stored_.sections[v].text;
    if (text.empty()) continue;
    if (!out.value.empty()) out.value += '\n';
    values_.OpenValue(field, v, text);
    out.fully_highlighted &= AppendPart(text, 0, text.size(), 0, &out.value);
  }
  out.fully_highlighted &= !out.value.empty();
  Describe(&out);
  return out;
}

void Highlighter::WeighWords() {
  scratch_.information.clear();
  for (const query::Slot& slot : context_.plan.slots) {
    const double information = std::min(slot.idf * slot.score_weight * kInformationUnit, kMostInformation);
    // What matched is worth showing, however common.
    scratch_.information.push_back(std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::llround(information))));
  }
}

void Highlighter::DiscountShown() {
  for (std::size_t s = 0; s < scratch_.information.size(); ++s) {
    if (scratch_.words[context_.plan.slots[s].word] != 0) scratch_.information[s] /= kShownShare;
  }
}

void Highlighter::OpenSection(const Field& body, std::size_t section) {
  const segment::StoredSection& stored = stored_.sections[section];
  values_.OpenValue(body, section, stored.text);
  scratch_.blocks.Open(stored.text, stored.lines);
}

std::optional<Window> Highlighter::BestWindow(const Field& body, const SnippetLength& length,
                                              const std::vector<Window>& taken) {
  std::optional<Window> best;
  for (std::size_t v = 0; v < body.offsets.value_count() && v < stored_.sections.size(); ++v) {
    if (!values_.AnyIn(body, v)) continue;
    OpenSection(body, v);
    if (values_.places().empty()) continue;
    WindowFinder finder(stored_.sections[v].text, scratch_.blocks, length, &values_, &scratch_);
    const std::optional<Window> window = finder.Best(v, taken);
    if (window && (!best || window->score > best->score)) best = window;
  }
  return best;
}

Snippet Highlighter::ShowSnippet(const Field& body, const Window& window, const SnippetLength& length) {
  const segment::StoredSection& section = stored_.sections[window.value];
  values_.OpenValue(body, window.value, section.text);
  Snippet out;
  static_cast<HighlightedText&>(out) =
      Part(section.text, ShownBytes(section.text, window, length, &values_), window.begin);
  out.anchor = section.anchor;
  out.headings = SectionPath(stored_, window.value);
  return out;
}

std::vector<Snippet> Highlighter::Snippets(const SnippetLength& length) {
  const Field body = Open("body");
  WeighWords();
  std::vector<Snippet> out;
  std::vector<Window> taken;
  const auto count = static_cast<std::size_t>(context_.options.snippet_count);
  while (out.size() < count) {
    const std::optional<Window> window = BestWindow(body, length, taken);
    // What the places before show counts less and less, and nothing in the end.
    if (!window || window->score == 0) break;
    out.push_back(ShowSnippet(body, *window, length));
    taken.push_back(*window);
    if (taken.size() < count) DiscountShown();
  }
  for (std::size_t v = 0; v < stored_.sections.size() && out.empty(); ++v) {
    if (stored_.sections[v].text.empty()) continue;
    OpenSection(body, v);
    WindowFinder finder(stored_.sections[v].text, scratch_.blocks, length, &values_, &scratch_);
    out.push_back(ShowSnippet(body, finder.Beginning(v), length));
  }
  return out;
}

HighlightedText Highlighter::SnippetOf(const Field& field, std::size_t value, std::string_view text,
                                       const SnippetLength& length) {
  WeighWords();
  values_.OpenValue(field, value, text);
  scratch_.blocks.Open(text, {});
  WindowFinder finder(text, scratch_.blocks, length, &values_, &scratch_);
  const std::optional<Window> best = values_.places().empty() ? std::nullopt : finder.Best(value, {});
  const Window window = best ? *best : finder.Beginning(value);
  return Part(text, ShownBytes(text, window, length, &values_), window.begin);
}

void Highlighter::AddSectionScores(const Field& field, double factor) {
  std::vector<double>& scores = scratch_.section_scores;
  std::vector<std::uint32_t>& seen = scratch_.seen;
  seen.assign(scores.size(), 0);
  // Occurrences come by slot, so what a section has of a slot is what came since the slot began.
  std::uint32_t last_slot = UINT32_MAX;
  std::uint32_t slots = 0;
  for (const match::SlotOccurrence& o : values_.match().occurrences) {
    if (static_cast<int>(Raw(o.field)) != field.id) continue;
    if (o.slot != last_slot) ++slots;
    last_slot = o.slot;
    const std::size_t value = field.offsets.ValueOf(o.position);
    if (value >= scores.size()) continue;
    const query::Slot& slot = context_.plan.slots[o.slot];
    const double information = factor * slot.idf * slot.score_weight * slot.alternatives[o.alternative].weight;
    scores[value] += seen[value] == slots ? information * kRepeatFactor : information;
    seen[value] = slots;
  }
}

std::vector<SectionHit> Highlighter::Sections() {
  std::vector<double>& scores = scratch_.section_scores;
  scores.assign(stored_.sections.size(), 0);
  AddSectionScores(Open("body"), 1);
  AddSectionScores(Open("headings"), kHeadingFactor);

  std::vector<std::size_t> order;
  for (std::size_t v = 0; v < scores.size(); ++v) {
    if (scores[v] > 0) order.push_back(v);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  if (order.size() > kMaxSections) order.resize(kMaxSections);
  std::vector<SectionHit> out;
  out.reserve(order.size());
  for (std::size_t v : order) {
    out.push_back(
        {.anchor = std::string(stored_.sections[v].anchor), .headings = SectionPath(stored_, v), .score = scores[v]});
  }
  return out;
}

}  // namespace signpost::highlight
