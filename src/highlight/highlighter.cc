// SPDX-License-Identifier: Apache-2.0
#include "highlight/highlighter.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "highlight/prefix_mark.h"
#include "text/inner_parts.h"

namespace signpost::highlight {
namespace {

bool PlaceBefore(const match::SlotOccurrence& occurrence, const std::pair<std::uint32_t, std::uint32_t>& place) {
  return std::pair(Raw(occurrence.field), occurrence.position) < place;
}

constexpr std::size_t kMaxSections = 3;
// Of a window: how much a further match of a word that is in it already counts beside its first.
constexpr double kRepeatFactor = 0.05;
// A snippet may begin this share of its length before its first match, to start where a sentence does.
constexpr std::size_t kLeadShare = 3;
// A heading says what its section is about: matches in it count more than in the text below.
constexpr double kHeadingFactor = 2;

// In half words: a CJK character is half a word.
std::size_t Width(std::string_view text, const text::Unit& unit) {
  const bool wide = unit.end - unit.begin >= 3 && static_cast<unsigned char>(text[unit.begin]) >= 0xE3 &&
                    static_cast<unsigned char>(text[unit.begin]) <= 0xE9 && unit.end - unit.begin <= 4;
  return wide ? 1 : 2;
}

// True when a sentence, a line or a list item ends between two units.
bool EndsSentence(std::string_view gap) {
  if (gap.find('\n') != std::string_view::npos) return true;
  if (gap.find("。") != std::string_view::npos || gap.find("！") != std::string_view::npos ||
      gap.find("？") != std::string_view::npos) {
    return true;
  }
  const std::size_t stop = gap.find_first_of(".!?");
  return stop != std::string_view::npos && gap.find(' ', stop) != std::string_view::npos;
}

}  // namespace

Highlighter::Highlighter(const Context& context, const segment::Segment& segment, const segment::StoredDocument& stored,
                         const match::DocMatch& match)
    : context_(context),
      segment_(segment),
      stored_(stored),
      match_(match),
      title_(FindField("title")),
      headings_(FindField("headings")),
      body_(FindField("body")),
      by_place_(match.occurrences) {
  std::sort(by_place_.begin(), by_place_.end(), [](const match::SlotOccurrence& a, const match::SlotOccurrence& b) {
    return std::tuple(a.field, a.position, a.slot, a.alternative) <
           std::tuple(b.field, b.position, b.slot, b.alternative);
  });
}

Highlighter::Field Highlighter::FindField(std::string_view name) const {
  const std::vector<std::string>& fields = segment_.meta().fields;
  for (std::uint32_t f = 0; f < fields.size(); ++f) {
    if (fields[f] == name) return {static_cast<int>(f), segment::FieldOffsets(segment_.Offsets(match_.doc), f)};
  }
  return {};
}

std::vector<Highlighter::Place> Highlighter::Places(const Field& field, std::size_t value, std::string_view text,
                                                    const std::vector<text::Unit>& units) const {
  std::vector<Place> out;
  const std::uint32_t base = field.offsets.PositionBegin(value);
  const auto id = static_cast<std::uint32_t>(field.id);
  auto from = std::lower_bound(by_place_.begin(), by_place_.end(), std::pair(id, base), PlaceBefore);
  for (; from != by_place_.end() && Raw(from->field) == id && from->position - base < units.size(); ++from) {
    if (!context_.plan.slots[from->slot].marked) continue;
    const std::uint32_t unit = from->position - base;
    if (unit + from->span > units.size()) continue;
    const text::Unit last = units[unit + from->span - 1];
    if (last.end > text.size()) continue;  // only in damaged bytes
    out.push_back({from->slot, unit, MarkOf(*from, text, units[unit], last)});
  }
  return out;
}

Mark Highlighter::MarkOf(const match::SlotOccurrence& occurrence, std::string_view text, text::Unit first,
                         text::Unit last) const {
  const query::Alternative& alternative = context_.plan.slots[occurrence.slot].alternatives[occurrence.alternative];
  std::string_view word = text.substr(first.begin, last.end - first.begin);
  if (occurrence.span == 1) word = text::InnerPartOf(word, segment_.lexicon().Term(occurrence.term));
  const auto begin = static_cast<std::uint32_t>(word.data() - text.data());
  std::size_t size = word.size();
  if (alternative.typed_bytes > 0) {
    std::string_view typed = std::string_view(alternative.text).substr(0, alternative.typed_bytes);
    if (typed.front() == text::kPieceMark) typed.remove_prefix(1);
    size = PrefixBytes(word, typed, context_.analyzer);
  }
  return {begin, begin + static_cast<std::uint32_t>(size)};
}

void Highlighter::Describe(const std::vector<Place>& places, HighlightedText* out) const {
  std::size_t known = 0;
  std::uint32_t last_word = UINT32_MAX;
  for (std::uint32_t s = 0; s < context_.plan.slots.size(); ++s) {
    const query::Slot& slot = context_.plan.slots[s];
    if (slot.alternatives.empty() || !slot.marked || slot.word == last_word) continue;
    last_word = slot.word;
    ++known;
    const bool here = std::any_of(places.begin(), places.end(),
                                  [&](const Place& p) { return context_.plan.slots[p.slot].word == slot.word; });
    if (here) out->matched_words.push_back(context_.query.words[slot.word].term);
  }
  if (out->matched_words.empty()) return;
  out->match_level = out->matched_words.size() == known ? MatchLevel::kFull : MatchLevel::kPartial;
}

HighlightedText Highlighter::Part(std::string_view text, const std::vector<text::Unit>& units,
                                  const std::vector<Place>& places, std::size_t begin, std::size_t end) const {
  const bool from_start = begin == 0;
  const bool to_end = end == units.size();
  const std::size_t first_byte = from_start ? 0 : units[begin].begin;
  std::size_t last_byte = text.size();
  if (!to_end) last_byte = end > 0 ? units[end - 1].end : 0;  // none fits the text: only in damaged bytes
  std::vector<Place> inside;
  std::vector<Mark> marks;
  for (const Place& place : places) {
    if (place.mark.begin < first_byte || place.mark.end > last_byte) continue;
    inside.push_back(place);
    marks.push_back(place.mark);
  }
  Normalize(&marks, text.size());
  HighlightedText out;
  if (!from_start) out.value += context_.options.ellipsis;
  out.value += MarkText(text, first_byte, last_byte, marks, context_.options);
  if (!to_end) out.value += context_.options.ellipsis;
  Describe(inside, &out);
  out.fully_highlighted =
      !marks.empty() && std::all_of(units.begin() + static_cast<std::ptrdiff_t>(begin),
                                    units.begin() + static_cast<std::ptrdiff_t>(end), [&](const text::Unit& u) {
                                      return std::any_of(marks.begin(), marks.end(), [&](const Mark& m) {
                                        return m.begin <= u.begin && u.end <= m.end;
                                      });
                                    });
  return out;
}

HighlightedText Highlighter::Whole(const Field& field, std::size_t value, std::string_view text) const {
  if (field.id < 0 || value >= field.offsets.value_count()) {
    return Part(text, {}, {}, 0, 0);
  }
  const std::vector<text::Unit> units = field.offsets.Units(value);
  return Part(text, units, Places(field, value, text, units), 0, units.size());
}

HighlightedText Highlighter::Title() const { return Whole(title_, 0, stored_.title); }

std::vector<HighlightedText> Highlighter::Headings() const {
  std::vector<HighlightedText> out;
  for (std::size_t i = 0; i < stored_.sections.size(); ++i) {
    if (!stored_.sections[i].heading.empty()) out.push_back(Whole(headings_, i, stored_.sections[i].heading));
  }
  return out;
}

HighlightedText Highlighter::Body() const {
  HighlightedText out;
  std::vector<Place> places;
  bool all_marked = true;
  for (std::size_t v = 0; v < stored_.sections.size(); ++v) {
    const std::string_view text = stored_.sections[v].text;
    if (text.empty()) continue;
    const HighlightedText part = Whole(body_, v, text);
    out.value += (out.value.empty() ? "" : "\n") + part.value;
    all_marked = all_marked && part.fully_highlighted;
    if (body_.id < 0 || v >= body_.offsets.value_count()) continue;
    const std::vector<Place> more = Places(body_, v, text, body_.offsets.Units(v));
    places.insert(places.end(), more.begin(), more.end());
  }
  Describe(places, &out);
  out.fully_highlighted = all_marked && !out.value.empty();
  return out;
}

std::vector<HighlightedText> Highlighter::Values(std::string_view name,
                                                 const std::vector<Attribute>& attributes) const {
  const Field field = FindField(name);
  const std::vector<std::string_view> texts = segment::FieldTexts(stored_, name, attributes);
  std::vector<HighlightedText> out;
  for (std::size_t v = 0; v < texts.size(); ++v) out.push_back(Whole(field, v, texts[v]));
  return out;
}

// Tries every match as the first of a window; the information of the words in it decides.
Highlighter::Window Highlighter::BestWindow(const std::vector<Place>& places, std::string_view text,
                                            const std::vector<text::Unit>& units) const {
  const std::size_t width = static_cast<std::size_t>(context_.options.snippet_words) * 2;
  Window best;
  for (std::size_t first = 0; first < places.size(); ++first) {
    if (first > 0 && places[first].unit == places[first - 1].unit) continue;
    // Back to where the sentence begins, if that is near enough.
    std::size_t begin = places[first].unit;
    std::size_t lead = 0;
    while (begin > 0 && lead * kLeadShare < width) {
      if (EndsSentence(text.substr(units[begin - 1].end, units[begin].begin - units[begin - 1].end))) break;
      --begin;
      lead += Width(text, units[begin]);
    }
    std::size_t end = begin;
    for (std::size_t used = 0; end < units.size() && used < width; ++end) used += Width(text, units[end]);
    double score = 0;
    std::vector<std::uint32_t> seen;
    for (std::size_t p = first; p < places.size() && places[p].unit < end; ++p) {
      const query::Slot& slot = context_.plan.slots[places[p].slot];
      const double information = context_.slot_idf[places[p].slot] * slot.score_weight;
      const bool repeated = std::find(seen.begin(), seen.end(), places[p].slot) != seen.end();
      score += information * (repeated ? kRepeatFactor : 1);
      if (!repeated) seen.push_back(places[p].slot);
    }
    if (score > best.score) best = {.value = 0, .begin = begin, .end = end, .score = score};
  }
  return best;
}

HighlightedText Highlighter::Beginning() const {
  const std::size_t width = static_cast<std::size_t>(context_.options.snippet_words) * 2;
  for (std::size_t v = 0; v < stored_.sections.size(); ++v) {
    const std::string_view text = stored_.sections[v].text;
    if (text.empty()) continue;
    if (body_.id < 0 || v >= body_.offsets.value_count()) {  // no offsets: cut by bytes, at a space or a code point
      std::size_t end = std::min(text.size(), width * 4);
      while (end < text.size() && end > 0 && text[end] != ' ') --end;
      if (end == 0) end = std::min(text.size(), width * 4);
      while (end < text.size() && IsUtf8Continuation(text[end])) ++end;
      HighlightedText out = Part(text.substr(0, end), {}, {}, 0, 0);
      if (end < text.size()) out.value += context_.options.ellipsis;
      return out;
    }
    const std::vector<text::Unit> units = body_.offsets.Units(v);
    std::size_t end = 0;
    for (std::size_t used = 0; end < units.size() && used < width && units[end].end <= text.size(); ++end) {
      used += Width(text, units[end]);
    }
    return Part(text, units, {}, 0, end);
  }
  return {};
}

HighlightedText Highlighter::Snippet() const {
  Window best;
  for (std::size_t v = 0; body_.id >= 0 && v < body_.offsets.value_count() && v < stored_.sections.size(); ++v) {
    const std::vector<text::Unit> units = body_.offsets.Units(v);
    const std::string_view text = stored_.sections[v].text;
    if (!units.empty() && units.back().end > text.size()) continue;  // only in damaged bytes
    Window window = BestWindow(Places(body_, v, text, units), text, units);
    window.value = v;
    if (window.score > best.score) best = window;
  }
  if (best.score == 0) return Beginning();
  const std::vector<text::Unit> units = body_.offsets.Units(best.value);
  const std::string_view text = stored_.sections[best.value].text;
  return Part(text, units, Places(body_, best.value, text, units), best.begin, best.end);
}

std::vector<SectionHit> Highlighter::Sections() const {
  std::vector<double> scores(stored_.sections.size());
  // Occurrences come by slot, so a slot's sections are those since it began.
  auto add = [&](const Field& field, double factor) {
    std::uint32_t last_slot = UINT32_MAX;
    std::vector<bool> counted;
    for (const match::SlotOccurrence& o : match_.occurrences) {
      if (static_cast<int>(Raw(o.field)) != field.id) continue;
      if (o.slot != last_slot) counted.assign(scores.size(), false);
      last_slot = o.slot;
      const std::size_t value = field.offsets.ValueOf(o.position);
      if (value >= scores.size()) continue;
      const query::Slot& slot = context_.plan.slots[o.slot];
      const double information =
          factor * context_.slot_idf[o.slot] * slot.score_weight * slot.alternatives[o.alternative].weight;
      scores[value] += counted[value] ? information * kRepeatFactor : information;
      counted[value] = true;
    }
  };
  if (body_.id >= 0) add(body_, 1);
  if (headings_.id >= 0) add(headings_, kHeadingFactor);

  std::vector<std::size_t> order;
  for (std::size_t v = 0; v < scores.size(); ++v) {
    if (scores[v] > 0) order.push_back(v);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  if (order.size() > kMaxSections) order.resize(kMaxSections);
  std::vector<SectionHit> out;
  for (std::size_t v : order) {
    SectionHit hit{.anchor = std::string(stored_.sections[v].anchor), .headings = {}, .score = scores[v]};
    int level = 7;
    for (std::size_t i = v + 1; i-- > 0;) {  // the section, then its ancestors
      const segment::StoredSection& section = stored_.sections[i];
      if (section.level == 0 || section.level >= level || section.heading.empty()) continue;
      hit.headings.insert(hit.headings.begin(), std::string(section.heading));
      level = section.level;
    }
    out.push_back(std::move(hit));
  }
  return out;
}

}  // namespace signpost::highlight
