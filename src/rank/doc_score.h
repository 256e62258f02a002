// SPDX-License-Identifier: Apache-2.0
// doc_score.h — the score of one document by score_formula.h, with its parts.
#ifndef SIGNPOST_RANK_DOC_SCORE_H_
#define SIGNPOST_RANK_DOC_SCORE_H_

#include <cstdint>
#include <utility>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "match/doc_match.h"
#include "query/plan.h"
#include "rank/score_formula.h"
#include "segment/corpus.h"
#include "segment/field_norms.h"

namespace signpost::rank {

struct SlotScore {
  std::uint32_t slot = 0;
  std::uint32_t alternative = 0;  // the one that counted most
  TermId term{};                  // of it
  double score = 0;
};

struct DocScore {
  std::vector<SlotScore> slots;  // those that match
  double proximity = 0;
  double title_factor = 1;
  double matched_information = 0;  // share, 0..1
  double boost = 1;                // of optional filters, in the score
  double score = 0;
};

// Scores documents of one corpus for one plan.
// Threads: one thread.
// Cost:    linear in the occurrences of the match and the words of the title.
class DocScorer {
 public:
  // All references must outlive the scorer.
  DocScorer(const segment::Corpus& corpus, const query::Plan& plan, const segment::FieldNorms& norms,
            const ScoreFormula& formula)
      : corpus_(corpus), plan_(plan), norms_(norms), formula_(formula) {}

  // Writes the score of a document of segment number `segment` to `out`, whose memory is used again.
  void Score(std::uint32_t segment, const match::DocMatch& match, DocScore* out);

  // Information of a word of a title: from the documents that hold any form of it.
  double ClassIdf(std::uint32_t segment, ClassId id);

 private:
  using Occurrences = std::vector<match::SlotOccurrence>;

  double Proximity(const segment::Segment& segment, const match::DocMatch& match);
  double TitleFactor(std::uint32_t segment, const match::DocMatch& match);

  const segment::Corpus& corpus_;
  const query::Plan& plan_;
  const segment::FieldNorms& norms_;
  const ScoreFormula& formula_;
  absl::flat_hash_map<std::uint64_t, double> class_idf_;  // by segment and class
  // Used again for each document:
  std::vector<std::pair<Occurrences::const_iterator, Occurrences::const_iterator>> of_slot_;
  std::vector<std::pair<std::uint64_t, double>> places_;  // field and position, and the best factor there
  std::vector<ClassId> matched_classes_;
};

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_DOC_SCORE_H_
