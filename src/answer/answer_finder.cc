// SPDX-License-Identifier: Apache-2.0
#include "answer/answer_finder.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "answer/passages.h"
#include "base/limits.h"
#include "highlight/marked_text.h"
#include "highlight/section_path.h"

namespace signpost::answer {
namespace {

constexpr double kAsTyped = 0.999;  // the weight of an exact match, rounding aside
// What a passage leaves unsaid may stand above it; a later section answers a question about the whole less often.
constexpr double kLaterSection = 0.02;
// Of passages that say as much the shorter is the better answer.
constexpr double kPerHundredBytes = 0.02;
constexpr double kMostLengthCost = 0.12;
// What a section is about stands at its beginning.
constexpr double kPerHundredBytesBefore = 0.006;
constexpr double kMostPlaceCost = 0.03;

struct Found {
  std::size_t section = 0;
  Passage passage;
  Evidence evidence;
  double score = 0;
};

class Search {
 public:
  Search(QuestionKind question, std::string_view lang, const segment::StoredDocument& stored, WordCoverage* words)
      : question_(question), lang_(lang), stored_(stored), words_(*words) {}

  std::optional<Found> Best() {
    std::size_t left = limits::kMaxAnswerPassages;
    for (std::size_t s = 0; s < stored_.sections.size() && left > 0; ++s) {
      above_ = words_.Heading(s);
      section_share_ = words_.Share(above_);
      for (std::size_t w = 0; w < above_.size(); ++w) above_[w] = std::max(above_[w], words_.title()[w]);
      words_.OpenSection(s);
      for (const Passage& passage : FindPassages(stored_.sections[s].text, stored_.sections[s].lines)) {
        if (left-- == 0) break;
        Consider(s, passage);
      }
    }
    return best_;
  }

 private:
  void Consider(std::size_t section, const Passage& passage) {
    WordWeights own = words_.In(passage.begin, passage.end);
    if (passage.header_begin < passage.header_end) {
      const WordWeights header = words_.In(passage.header_begin, passage.header_end);
      for (std::size_t w = 0; w < own.size(); ++w) own[w] = std::max(own[w], header[w]);
    }
    WordWeights around = own;
    for (std::size_t w = 0; w < own.size(); ++w) around[w] = std::max(around[w], above_[w]);
    WordWeights typed = around;
    for (double& weight : typed) weight = weight >= kAsTyped ? 1 : 0;
    Found found{.section = section, .passage = passage};
    Evidence& e = found.evidence;
    e.around = words_.Share(around);
    if (e.around == 0) return;
    e.passage = words_.Share(own);
    e.heading = words_.Share(above_);
    e.typed = std::min(1.0, words_.Share(typed) / e.around);
    const std::string_view text = stored_.sections[section].text;
    const std::string_view shown = text.substr(passage.begin, passage.end - passage.begin);
    const bool fits = Fits(passage.kind, shown);
    e.section = section_share_;
    e.kind = question_ != QuestionKind::kOther && fits ? 1 : 0;
    e.not_kind = question_ != QuestionKind::kOther && !fits ? 1 : 0;
    const bool is_list = passage.kind == AnswerKind::kSteps || passage.kind == AnswerKind::kList;
    found.score = PassageScore(e) - kLaterSection * static_cast<double>(std::min<std::size_t>(section, 5));
    found.score -= std::min(kMostPlaceCost, kPerHundredBytesBefore * passage.begin / 100);
    if (!is_list) {
      found.score -= std::min(kMostLengthCost, kPerHundredBytes * static_cast<double>(shown.size()) / 100);
    }
    if (!best_ || Before(found, *best_)) best_ = found;
  }

  bool Fits(AnswerKind kind, std::string_view text) const {
    switch (question_) {
      case QuestionKind::kHowTo:
        return kind == AnswerKind::kSteps;
      case QuestionKind::kWhatIs:
        return kind == AnswerKind::kText || kind == AnswerKind::kTableRow;
      case QuestionKind::kAmount:
        return kind != AnswerKind::kSteps && SaysNumber(text, lang_);
      case QuestionKind::kOther:
        break;
    }
    return false;
  }

  // Of passages that say the same the shorter is the better answer.
  static bool Before(const Found& a, const Found& b) {
    if (a.score != b.score) return a.score > b.score;
    if (a.section != b.section) return a.section < b.section;
    return a.passage.end - a.passage.begin < b.passage.end - b.passage.begin;
  }

  const QuestionKind question_;
  const std::string_view lang_;
  const segment::StoredDocument& stored_;
  WordCoverage& words_;
  WordWeights above_;  // in the headings above the section and the title
  double section_share_ = 0;
  std::optional<Found> best_;
};

std::string Escaped(std::string_view text, const HighlightOptions& options) {
  std::string out;
  highlight::AppendMarked(text, 0, text.size(), {}, options, &out);
  return out;
}

}  // namespace

std::optional<Answer> FindAnswer(const highlight::Context& context, QuestionKind question, const HitToAnswer& hit,
                                 bool evidence, highlight::Scratch* scratch) {
  highlight::MatchedValues values(context, hit.segment, hit.match, scratch);
  WordCoverage words(context, hit.stored, hit.doc_count, &values);
  std::optional<Found> found = Search(question, hit.lang, hit.stored, &words).Best();
  if (!found) return std::nullopt;
  Evidence& e = found->evidence;
  e.known = 1 - words.unknown_share();
  e.first = hit.first ? 1 : 0;
  e.lead = hit.lead;
  e.words = 1 - 1 / (1 + static_cast<double>(words.content_words()));
  const segment::StoredSection& section = hit.stored.sections[found->section];
  Answer out;
  out.anchor = section.anchor;
  out.headings = highlight::SectionPath(hit.stored, found->section);
  out.kind = found->passage.kind;
  out.text = Escaped(TextOf(found->passage, section.text), context.options);
  out.confidence = ConfidenceOf(e);
  if (!evidence) return out;
  const std::array<double, kEvidenceCount> of_it = ValuesOf(e);
  for (std::size_t i = 0; i < of_it.size(); ++i) out.evidence.push_back({std::string(kEvidenceNames[i]), of_it[i]});
  return out;
}

}  // namespace signpost::answer
