// SPDX-License-Identifier: Apache-2.0
// calibration.h — how well each of several indexes answers one query, in one measure.
//
// Why:      a score is a sum of inverse document frequencies times weights of attributes: it grows with the index and with its
//           settings, so those of two indexes say nothing about each other. What can be compared is which words of the query
//           a hit holds, how prominently, and how rare these words are where all indexes are counted alike.
// Method:   information of a word: -ln of the share of documents that hold it, averaged over the indexes, so that a large
//           index has no more say than a small one; at most kMostInformation, which is that of a word nobody holds.
//           prominence of a word in a hit: its part of the score over the most it could be, over the same for one exact word in
//           the attribute that weighs most (so that all weights may be multiplied); at most 1.
//           quality of a hit: information of its words times their prominence, over the information of the query, times
//           kTitleBase + (1 - kTitleBase) x how well title and query cover each other.
// Threads:  plain value types.
#ifndef SIGNPOST_CATALOG_CALIBRATION_H_
#define SIGNPOST_CATALOG_CALIBRATION_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/search.h>
#include <signpost/settings.h>

namespace signpost::catalog {

// One index's answer, with explanations.
struct Answer {
  const SearchResponse* response = nullptr;
  const Settings* settings = nullptr;
  const void* index = nullptr;  // which index; answers of one index have a say together
};

// What the indexes together know of the words of a query.
class QueryWords {
 public:
  struct Word {
    std::vector<double> shares;  // by answer: of the documents that hold it in any form, 0..1
    double information = 0;
    double weight = 0;  // beside the other words: 0..1
    bool stop_word = false;
    bool known = false;  // some index holds it as it was typed, or another form of it
  };

  // REQUIRES: the answers are to one text, and have explanations.
  explicit QueryWords(const std::vector<Answer>& answers);

  // The words by their text, of all languages that read the query.
  const std::map<std::string, Word, std::less<>>& words() const { return words_; }

  // 0..1. REQUIRES: the hit is of an answer, and has an explanation.
  double Quality(const Answer& answer, const Hit& hit) const;

 private:
  std::map<std::string, Word, std::less<>> words_;
};

// Which hits are compared to find how good an answer is.
inline constexpr std::size_t kHitsForQuality = 5;

// The best quality among the first hits that no rule promoted; 0 without any.
double QualityOf(const QueryWords& words, const Answer& answer);

// A score for each hit of an answer, in the order of the hits and never rising: its index's own in proportion, the best
// being `quality`. Hits that have no words to compare (of the empty query, or of one letter) count by their place, 1/1, 1/2,
// 1/3, ... A promoted hit counts as the one behind it.
std::vector<double> CalibratedScores(const SearchResponse& response, double quality);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_CALIBRATION_H_
