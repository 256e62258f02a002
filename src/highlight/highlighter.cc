// SPDX-License-Identifier: Apache-2.0
#include "highlight/highlighter.h"

#include <algorithm>
#include <utility>

#include "base/radix_sort.h"
#include "base/utf8.h"
#include "highlight/prefix_mark.h"
#include "highlight/text_block.h"
#include "text/inner_parts.h"

namespace signpost::highlight {
namespace {

constexpr std::size_t kMaxSections = 3;
// From so many on, sorting by digits is faster than by comparisons.
constexpr std::size_t kManyMatches = 64;
// Of a window: how much a further match of a word that is in it already counts beside its first.
constexpr double kRepeatFactor = 0.05;
// A snippet may begin this share of its length before its first match, to start where a sentence does.
constexpr std::size_t kLeadShare = 3;
// A heading says what its section is about: matches in it count more than in the text below.
constexpr double kHeadingFactor = 2;

// In half words: a CJK character is half a word.
std::size_t Width(std::string_view text, const text::Unit& unit) {
  const std::size_t size = unit.end - unit.begin;
  return (size == 3 || size == 4) && BeginsCjk(text[unit.begin]) ? 1 : 2;
}

// True when no unit of a text is half a word.
bool WholeWordsOnly(std::string_view text) {
  std::size_t at = 0;
  for (; at + kTextBlockBytes <= text.size(); at += kTextBlockBytes) {
    if (TextBlock(text.data() + at).AnyCjk()) return false;
  }
  return std::none_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), &BeginsCjk);
}

// True when a sentence, a line or a list item ends between two units.
bool EndsSentence(std::string_view gap) {
  if (gap == " ") return false;  // most are
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
                         const match::DocMatch& match, Scratch* scratch)
    : context_(context),
      segment_(segment),
      stored_(stored),
      match_(match),
      scratch_(*scratch),
      units_(scratch->units),
      places_(scratch->places) {
  scratch_.offsets.Read(segment_.Offsets(match_.doc), segment_.field_count());
  title_ = OpenField("title", &scratch_.title);
  headings_ = OpenField("headings", &scratch_.headings);
  body_ = OpenField("body", &scratch_.body);
}

Highlighter::Field Highlighter::OpenField(std::string_view name, std::vector<std::uint64_t>* matches) {
  matches->clear();
  const std::vector<std::string>& fields = segment_.meta().fields;
  const auto found = std::find(fields.begin(), fields.end(), name);
  if (found == fields.end()) return {.id = -1, .offsets = {}, .matches = matches};
  const auto id = static_cast<std::uint32_t>(found - fields.begin());
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < match_.occurrences.size(); ++i) {
    const match::SlotOccurrence& occurrence = match_.occurrences[i];
    if (Raw(occurrence.field) != id || !context_.plan.slots[occurrence.slot].marked) continue;
    matches->push_back(std::uint64_t{occurrence.position} << 32 | i);
    last = std::max(last, occurrence.position);
  }
  // Of several at one place the order stays: by slot, then alternative.
  if (matches->size() < kManyMatches) {
    std::sort(matches->begin(), matches->end());
  } else {
    RadixSort(matches, &scratch_.sorting, last, [](std::uint64_t match) { return match >> 32; });
  }
  return {.id = static_cast<int>(id), .offsets = scratch_.offsets.Field(id), .matches = matches};
}

bool Highlighter::AnyIn(const Field& field, std::size_t value) const {
  const segment::ValueOffsets& offsets = field.offsets[value];
  const auto from =
      std::lower_bound(field.matches->begin(), field.matches->end(), std::uint64_t{offsets.position_begin} << 32);
  return from != field.matches->end() &&
         static_cast<std::uint32_t>(*from >> 32) - offsets.position_begin < offsets.unit_count;
}

void Highlighter::OpenValue(const Field& field, std::size_t value, std::string_view text) {
  units_.Open(field.offsets[value], text.size());
  places_.clear();
  const std::uint32_t base = field.offsets[value].position_begin;
  auto from = std::lower_bound(field.matches->begin(), field.matches->end(), std::uint64_t{base} << 32);
  for (; from != field.matches->end(); ++from) {
    const std::uint32_t unit = static_cast<std::uint32_t>(*from >> 32) - base;
    if (unit >= units_.size()) break;
    const auto number = static_cast<std::uint32_t>(*from);
    const match::SlotOccurrence& occurrence = match_.occurrences[number];
    if (unit + occurrence.span <= units_.size()) places_.push_back({number, occurrence.slot, unit});
  }
}

void Highlighter::OpenNothing() {
  units_.Open({}, 0);
  places_.clear();
}

void Highlighter::OpenWhole(const Field& field, std::size_t value, std::string_view text) {
  return value < field.offsets.value_count() ? OpenValue(field, value, text) : OpenNothing();
}

Mark Highlighter::MarkOf(const Place& place, std::string_view text) {
  const match::SlotOccurrence& occurrence = match_.occurrences[place.occurrence];
  const query::Alternative& alternative = context_.plan.slots[occurrence.slot].alternatives[occurrence.alternative];
  const std::uint32_t first_byte = units_[place.unit].begin;
  std::string_view word = text.substr(first_byte, units_[place.unit + occurrence.span - 1].end - first_byte);
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

bool Highlighter::AppendPart(std::string_view text, std::size_t begin, std::size_t end, std::string* out) {
  const std::size_t first_byte = begin == 0 ? 0 : units_[begin].begin;
  std::size_t last_byte = text.size();
  if (end != units_.size()) last_byte = end > 0 ? units_[end - 1].end : 0;
  std::vector<Mark>& marks = scratch_.marks;
  marks.clear();
  for (const Place& place : places_) {
    if (place.unit < begin || place.unit >= end) continue;
    const Mark mark = MarkOf(place, text);
    if (mark.end > last_byte) continue;
    scratch_.words[context_.plan.slots[place.slot].word] = 1;
    marks.push_back(mark);
  }
  Normalize(&marks, text.size());
  AppendMarked(text, first_byte, last_byte, marks, context_.options, out);
  return AllMarked(begin, end);
}

HighlightedText Highlighter::Part(std::string_view text, std::size_t begin, std::size_t end) {
  HighlightedText out;
  StartText();
  if (begin != 0) out.value += context_.options.ellipsis;
  out.fully_highlighted = AppendPart(text, begin, end, &out.value);
  if (end != units_.size()) out.value += context_.options.ellipsis;
  Describe(&out);
  return out;
}

// True when the marks, which are in order, cover the units [begin, end), and there is one.
bool Highlighter::AllMarked(std::size_t begin, std::size_t end) {
  const std::vector<Mark>& marks = scratch_.marks;
  if (marks.empty()) return false;
  auto mark = marks.begin();
  for (std::size_t i = begin; i < end; ++i) {
    const text::Unit unit = units_[i];
    while (mark != marks.end() && mark->end < unit.end) ++mark;
    if (mark == marks.end() || mark->begin > unit.begin) return false;
  }
  return true;
}

HighlightedText Highlighter::Whole(const Field& field, std::size_t value, std::string_view text) {
  OpenWhole(field, value, text);
  return Part(text, 0, units_.size());
}

HighlightedText Highlighter::Title() { return Whole(title_, 0, stored_.title); }

std::vector<HighlightedText> Highlighter::Headings() {
  std::vector<HighlightedText> out;
  for (std::size_t i = 0; i < stored_.sections.size(); ++i) {
    if (!stored_.sections[i].heading.empty()) out.push_back(Whole(headings_, i, stored_.sections[i].heading));
  }
  return out;
}

HighlightedText Highlighter::Body() {
  HighlightedText out;
  StartText();
  out.fully_highlighted = true;
  for (std::size_t v = 0; v < stored_.sections.size(); ++v) {
    const std::string_view text = stored_.sections[v].text;
    if (text.empty()) continue;
    if (!out.value.empty()) out.value += '\n';
    OpenWhole(body_, v, text);
    out.fully_highlighted &= AppendPart(text, 0, units_.size(), &out.value);
  }
  out.fully_highlighted &= !out.value.empty();
  Describe(&out);
  return out;
}

std::vector<HighlightedText> Highlighter::Values(std::string_view name, const std::vector<Attribute>& attributes) {
  const Field field = OpenField(name, &scratch_.other);
  const std::vector<std::string_view> texts = segment::FieldTexts(stored_, name, attributes);
  std::vector<HighlightedText> out;
  for (std::size_t v = 0; v < texts.size(); ++v) out.push_back(Whole(field, v, texts[v]));
  return out;
}

// Back from a unit to where its sentence begins, if that is near enough.
std::size_t Highlighter::SentenceBegin(std::string_view text, std::size_t unit) {
  const std::size_t width = static_cast<std::size_t>(context_.options.snippet_words) * 2;
  text::Unit first = units_[unit];
  for (std::size_t lead = 0; unit > 0 && lead * kLeadShare < width;) {
    const text::Unit before = units_[unit - 1];
    if (EndsSentence(text.substr(before.end, first.begin - before.end))) break;
    --unit;
    lead += Width(text, before);
    first = before;
  }
  return unit;
}

// Information of the words of the places from number `first` on that begin before `end_unit`.
double Highlighter::Information(std::size_t first, std::size_t end_unit) {
  const std::uint32_t window = ++scratch_.window;
  double score = 0;
  for (std::size_t p = first; p < places_.size() && places_[p].unit < end_unit; ++p) {
    const std::uint32_t slot = places_[p].slot;
    const bool repeated = scratch_.seen[slot] == window;
    score += scratch_.information[slot] * (repeated ? kRepeatFactor : 1);
    scratch_.seen[slot] = window;
  }
  return score;
}

// Every place may be the first of a window; the information of the words in it decides, and of equal ones the first is taken.
// What a window could hold if it began at its first place is known without its units; most need not be looked at then.
void Highlighter::FindWindow(std::size_t value, std::string_view text, Window* best) {
  const std::size_t width = static_cast<std::size_t>(context_.options.snippet_words) * 2;
  const std::size_t most_units = WholeWordsOnly(text) ? (width + 1) / 2 : width;
  scratch_.seen.assign(context_.plan.slots.size(), 0);
  scratch_.window = 0;
  std::vector<double>& bounds = scratch_.bounds;
  bounds.clear();
  std::size_t most_promising = 0;
  for (std::size_t p = 0; p < places_.size(); ++p) {
    const bool again = p > 0 && places_[p].unit == places_[p - 1].unit;
    bounds.push_back(again ? 0 : Information(p, places_[p].unit + most_units));
    if (bounds[p] > bounds[most_promising]) most_promising = p;
  }
  std::size_t best_place = places_.size();  // of windows in this value
  auto look_at = [&](std::size_t place) {
    const std::size_t begin = SentenceBegin(text, places_[place].unit);
    std::size_t end = begin;
    for (std::size_t used = 0; end < units_.size() && used < width; ++end) used += Width(text, units_[end]);
    const double score = Information(place, end);
    const bool first_of_equals = score == best->score && place < best_place && best_place < places_.size();
    if (score <= best->score && !first_of_equals) return;
    *best = {.value = value, .begin = begin, .end = end, .score = score};
    best_place = place;
  };
  look_at(most_promising);  // first, so that few of the others can be better
  for (std::size_t p = 0; p < places_.size(); ++p) {
    if (bounds[p] > best->score || (bounds[p] == best->score && p < best_place)) look_at(p);
  }
}

// Cut by bytes, at a space or a code point.
HighlightedText Highlighter::BeginningWithoutUnits(std::string_view text) {
  const std::size_t bytes = static_cast<std::size_t>(context_.options.snippet_words) * 8;
  std::size_t end = std::min(text.size(), bytes);
  while (end < text.size() && end > 0 && text[end] != ' ') --end;
  if (end == 0) end = std::min(text.size(), bytes);
  while (end < text.size() && IsUtf8Continuation(text[end])) ++end;
  OpenNothing();
  HighlightedText out = Part(text.substr(0, end), 0, 0);
  if (end < text.size()) out.value += context_.options.ellipsis;
  return out;
}

HighlightedText Highlighter::Beginning() {
  const std::size_t width = static_cast<std::size_t>(context_.options.snippet_words) * 2;
  for (std::size_t v = 0; v < stored_.sections.size(); ++v) {
    const std::string_view text = stored_.sections[v].text;
    if (text.empty()) continue;
    if (body_.id < 0 || v >= body_.offsets.value_count()) return BeginningWithoutUnits(text);
    OpenValue(body_, v, text);
    places_.clear();
    std::size_t end = 0;
    for (std::size_t used = 0; end < units_.size() && used < width; ++end) used += Width(text, units_[end]);
    return Part(text, 0, end);
  }
  return {};
}

HighlightedText Highlighter::Snippet() {
  scratch_.information.clear();
  for (std::size_t s = 0; s < context_.plan.slots.size(); ++s) {
    scratch_.information.push_back(context_.plan.slots[s].idf * context_.plan.slots[s].score_weight);
  }
  Window best;
  for (std::size_t v = 0; v < body_.offsets.value_count() && v < stored_.sections.size(); ++v) {
    if (!AnyIn(body_, v)) continue;
    OpenValue(body_, v, stored_.sections[v].text);
    if (!places_.empty()) FindWindow(v, stored_.sections[v].text, &best);
  }
  if (best.score == 0) return Beginning();
  const std::string_view text = stored_.sections[best.value].text;
  OpenValue(body_, best.value, text);
  return Part(text, best.begin, best.end);
}

void Highlighter::AddSectionScores(const Field& field, double factor) {
  std::vector<double>& scores = scratch_.section_scores;
  std::vector<std::uint32_t>& seen = scratch_.seen;
  seen.assign(scores.size(), 0);
  // Occurrences come by slot, so what a section has of a slot is what came since the slot began.
  std::uint32_t last_slot = UINT32_MAX;
  std::uint32_t slots = 0;
  for (const match::SlotOccurrence& o : match_.occurrences) {
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
  AddSectionScores(body_, 1);
  AddSectionScores(headings_, kHeadingFactor);

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
