// SPDX-License-Identifier: Apache-2.0
#include "answer/word_coverage.h"

#include <algorithm>
#include <cmath>

namespace signpost::answer {
namespace {
// A word with less information than this share of the rarest possible says nothing of the matter.
constexpr double kLittle = 0.15;
// A pair of CJK characters that stands nowhere is more often the end of one word and the beginning of the next than a word.
constexpr double kUnknownPair = 0.35;
}  // namespace

WordCoverage::WordCoverage(const highlight::Context& context, const segment::StoredDocument& stored,
                           std::uint64_t doc_count, highlight::MatchedValues* values)
    : context_(context), stored_(stored), values_(*values) {
  const std::size_t words = context.query.words.size();
  const double rarest = std::log(1 + static_cast<double>(doc_count));
  information_.assign(words, 0);
  std::vector<char> known(words, 0);
  for (const query::Slot& slot : context.plan.slots) {
    if (!slot.marked) continue;
    const bool found = !slot.alternatives.empty();
    // A word that nobody writes here is as rare as can be.
    const bool pair = context.query.words[slot.word].kind == text::TokenKind::kCjkPair;
    const double unknown_information = pair ? kUnknownPair * rarest : rarest;
    const double information = (found ? slot.idf : unknown_information) * slot.information_weight;
    information_[slot.word] = std::max(information_[slot.word], information);
    known[slot.word] = static_cast<char>(known[slot.word] != 0 || found);
  }
  double unknown = 0;
  for (std::size_t w = 0; w < words; ++w) {
    total_ += information_[w];
    if (known[w] == 0) unknown += information_[w];
    if (information_[w] > kLittle * rarest) ++content_words_;
  }
  if (total_ > 0) unknown_share_ = unknown / total_;
  body_ = values_.Open("body");
  headings_ = values_.Open("headings");
  title_ = Of(values_.Open("title"), 0, stored.title);
}

WordWeights WordCoverage::Of(const highlight::MatchedValues::Field& field, std::size_t value, std::string_view text) {
  WordWeights out(information_.size(), 0);
  if (!values_.AnyIn(field, value)) return out;
  values_.OpenValue(field, value, text);
  for (const highlight::Place& place : values_.places()) {
    const query::Slot& slot = context_.plan.slots[place.slot];
    const double weight = slot.alternatives[values_.match().occurrences[place.occurrence].alternative].weight;
    out[slot.word] = std::max(out[slot.word], std::min(weight, 1.0));
  }
  return out;
}

WordWeights WordCoverage::Heading(std::size_t section) {
  WordWeights out(information_.size(), 0);
  int level = 7;
  for (std::size_t i = section + 1; i-- > 0 && level > 1;) {
    const segment::StoredSection& above = stored_.sections[i];
    if (above.level == 0 || above.level >= level || above.heading.empty()) continue;
    level = above.level;
    const WordWeights own = Of(headings_, i, above.heading);
    for (std::size_t w = 0; w < out.size(); ++w) out[w] = std::max(out[w], own[w]);
  }
  return out;
}

void WordCoverage::OpenSection(std::size_t section) {
  places_.clear();
  if (!values_.AnyIn(body_, section)) return;
  values_.OpenValue(body_, section, stored_.sections[section].text);
  for (const highlight::Place& place : values_.places()) {
    const query::Slot& slot = context_.plan.slots[place.slot];
    const double weight = slot.alternatives[values_.match().occurrences[place.occurrence].alternative].weight;
    places_.push_back({values_.units()[place.unit].begin, slot.word, std::min(weight, 1.0)});
  }
}

WordWeights WordCoverage::In(std::uint32_t begin, std::uint32_t end) const {
  WordWeights out(information_.size(), 0);
  auto place = std::lower_bound(places_.begin(), places_.end(), begin,
                                [](const WeightAt& p, std::uint32_t byte) { return p.byte < byte; });
  for (; place != places_.end() && place->byte < end; ++place) {
    out[place->word] = std::max(out[place->word], place->weight);
  }
  return out;
}

double WordCoverage::Share(const WordWeights& weights) const {
  if (total_ == 0) return 0;
  double sum = 0;
  for (std::size_t w = 0; w < weights.size(); ++w) sum += information_[w] * weights[w];
  return sum / total_;
}

}  // namespace signpost::answer
