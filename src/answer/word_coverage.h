// SPDX-License-Identifier: Apache-2.0
// word_coverage.h — how much of what a query says stands in parts of a document.
//
// Weight:   of a word its information, and of an occurrence the weight of what stands for it there.
// Threads:  one thread.
// Cost:     the constructor is linear in the matches; each question in those of the section.
#ifndef SIGNPOST_ANSWER_WORD_COVERAGE_H_
#define SIGNPOST_ANSWER_WORD_COVERAGE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "highlight/matched_values.h"
#include "query/plan.h"
#include "segment/stored_document.h"

namespace signpost::answer {

// Of one document of a segment: by word of the query, what its best occurrence is worth, 0..1.
using WordWeights = std::vector<double>;

class WordCoverage {
 public:
  // All must outlive it. `doc_count`: of the corpus.
  WordCoverage(const highlight::Context& context, const segment::StoredDocument& stored, std::uint64_t doc_count,
               highlight::MatchedValues* values);

  const WordWeights& title() const { return title_; }
  WordWeights Heading(std::size_t section);  // of the section and of those above it

  // Takes up a section's text. REQUIRED before In.
  void OpenSection(std::size_t section);
  bool any() const { return !places_.empty(); }  // something matched in it
  // In its bytes [begin, end).
  WordWeights In(std::uint32_t begin, std::uint32_t end) const;

  // The share of the query's information that these words have.
  double Share(const WordWeights& weights) const;
  // The share of the query's information in words that stand nowhere in the corpus.
  double unknown_share() const { return unknown_share_; }
  // Words of the query that say something.
  std::size_t content_words() const { return content_words_; }

 private:
  struct WeightAt {
    std::uint32_t byte;
    std::uint32_t word;
    double weight;
  };

  WordWeights Of(const highlight::MatchedValues::Field& field, std::size_t value, std::string_view text);

  const highlight::Context& context_;
  const segment::StoredDocument& stored_;
  highlight::MatchedValues& values_;
  std::vector<double> information_;  // by word
  double total_ = 0;
  double unknown_share_ = 0;
  std::size_t content_words_ = 0;
  highlight::MatchedValues::Field body_;
  highlight::MatchedValues::Field headings_;
  WordWeights title_;
  std::vector<WeightAt> places_;  // of the open section, by byte
};

}  // namespace signpost::answer

#endif  // SIGNPOST_ANSWER_WORD_COVERAGE_H_
