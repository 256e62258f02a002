// SPDX-License-Identifier: Apache-2.0
#include "catalog/calibration.h"

#include <algorithm>
#include <cmath>

#include "query/weights.h"
#include "rank/score_formula.h"

namespace signpost::catalog {
namespace {

constexpr double kMostInformation = 7;  // of a word that one document of a thousand holds, or none
constexpr double kTitleBase = 0.75;     // of a hit whose title has nothing of the query
constexpr double kAlone = 0.5;          // of promoted hits without others to compare them with

// Two characters of Chinese side by side say what a word says; the characters alone stand everywhere.
double WeightOf(const ExplainedWord& word, bool has_pairs) {
  if (word.weight == query::kCjkPairWeight) return 1;
  if (word.weight == query::kCjkCharacterWeight) return has_pairs ? query::kCjkPairWeight : 1;
  return word.weight;
}

double Share(const ExplainedWord& word) { return word.ignored ? 0 : std::exp(-word.information); }

// The score of one exact word, in a text of average length in the attribute that weighs most, over the most it could be.
double ReferenceProminence(const Settings& settings) {
  double weight = 0;
  for (const SearchableAttribute& attribute : settings.searchable_attributes) {
    weight = std::max(weight, attribute.weight);
  }
  return weight / (weight + rank::kSaturation);
}

const std::vector<ExplainedWord>& WordsOf(const Answer& answer) {
  static const std::vector<ExplainedWord> kNone;
  return answer.response->explanation ? answer.response->explanation->words : kNone;
}

// One answer of each index that has read the query: one that redirects has not, and does not count.
std::vector<std::size_t> Readers(const std::vector<Answer>& answers) {
  std::vector<std::size_t> out;
  for (std::size_t a = 0; a < answers.size(); ++a) {
    const bool again = std::any_of(out.begin(), out.end(), [&](std::size_t other) {
      return answers[a].index != nullptr && answers[other].index == answers[a].index;
    });
    if (!again && !WordsOf(answers[a]).empty()) out.push_back(a);
  }
  return out;
}

bool HasWords(const Hit& hit) { return hit.explanation && !hit.explanation->word_scores.empty(); }

}  // namespace

QueryWords::QueryWords(const std::vector<Answer>& answers) {
  for (std::size_t a = 0; a < answers.size(); ++a) {
    const std::vector<ExplainedWord>& explained = WordsOf(answers[a]);
    const bool has_pairs = std::any_of(explained.begin(), explained.end(),
                                       [](const auto& word) { return word.weight == query::kCjkPairWeight; });
    for (const ExplainedWord& of_answer : explained) {
      Word& word = words_[of_answer.text];
      word.shares.resize(answers.size());
      word.shares[a] = std::max(word.shares[a], Share(of_answer));
      word.weight = std::max(word.weight, WeightOf(of_answer, has_pairs));
      word.stop_word |= of_answer.stop_word;
      word.known |= !of_answer.alternatives.empty() && of_answer.alternatives.front().kind < AlternativeKind::kPrefix;
    }
  }
  const std::vector<std::size_t> readers = Readers(answers);
  for (auto& [text, word] : words_) {
    double sum = 0;
    for (const std::size_t a : readers) sum += word.shares[a];
    word.information =
        sum == 0 ? kMostInformation : std::min(kMostInformation, -std::log(sum / static_cast<double>(readers.size())));
  }
}

double QueryWords::Quality(const Answer& answer, const Hit& hit) const {
  if (!HasWords(hit)) return 0;
  const HitExplanation& explanation = *hit.explanation;
  const double reference = ReferenceProminence(*answer.settings);
  double total = 0;
  double covered = 0;
  for (const ExplainedWord& explained : WordsOf(answer)) {
    if (explained.lang != hit.lang) continue;
    const Word& word = words_.find(explained.text)->second;
    const double worth = word.weight * word.information;
    total += worth;
    const double most = explained.weight * explained.information * (rank::kSaturation + 1);
    if (most <= 0) continue;
    for (const ExplainedWordScore& scored : explanation.word_scores) {
      if (scored.word == explained.text) covered += worth * std::min(1.0, scored.score / most / reference);
    }
  }
  if (total <= 0) return 0;
  const double title = (explanation.title_factor - 1) / rank::kTitleFactor;
  return std::min(1.0, covered / total) * (kTitleBase + (1 - kTitleBase) * std::clamp(title, 0.0, 1.0)) *
         explanation.language_factor;
}

double QualityOf(const QueryWords& words, const Answer& answer) {
  double best = 0;
  std::size_t seen = 0;
  for (const Hit& hit : answer.response->hits) {
    if (hit.promoted) continue;
    best = std::max(best, words.Quality(answer, hit));
    if (++seen == kHitsForQuality) break;
  }
  return best;
}

std::vector<double> CalibratedScores(const SearchResponse& response, double quality) {
  const std::vector<Hit>& hits = response.hits;
  double most = 0;
  bool by_place = true;
  for (const Hit& hit : hits) {
    if (hit.promoted) continue;
    most = std::max(most, hit.score);
    by_place = by_place && !HasWords(hit);
  }
  std::vector<double> out(hits.size());
  for (std::size_t h = 0; h < hits.size(); ++h) {
    out[h] = by_place ? 1 / static_cast<double>(h + 1) : most > 0 ? quality * hits[h].score / most : 0;
  }
  const bool only_promoted = std::all_of(hits.begin(), hits.end(), [](const Hit& hit) { return hit.promoted; });
  double behind = only_promoted ? kAlone : 0;
  for (std::size_t h = hits.size(); h-- > 0;) {
    if (hits[h].promoted && !(by_place && !only_promoted)) out[h] = behind;
    behind = out[h];
  }
  for (std::size_t h = 1; h < out.size(); ++h) out[h] = std::min(out[h], out[h - 1]);
  return out;
}

}  // namespace signpost::catalog
