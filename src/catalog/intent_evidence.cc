// SPDX-License-Identifier: Apache-2.0
#include "catalog/intent_evidence.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "rank/score_formula.h"

namespace signpost::catalog {
namespace {

constexpr double kLeastShare = 0.001;  // of documents, for a word that none holds
constexpr double kMostRatio = 4;       // of rates, as a logarithm, that still counts
constexpr double kLongQuery = 20;      // words, from which on a query is simply long

// The best of each side by `measure(answer)`.
template <typename Measure>
BothSides BestOf(const std::vector<IntentAnswer>& answers, Measure measure) {
  BothSides out;
  for (const IntentAnswer& answer : answers) {
    double* side = out.Of(answer.speaks_for);
    if (side != nullptr) *side = std::max(*side, measure(answer));
  }
  return out;
}

std::string Titles(const std::vector<IntentAnswer>& answers) {
  std::string out;
  for (const IntentAnswer& answer : answers) {
    const std::vector<Hit>& hits = answer.answer.response->hits;
    const auto best = std::find_if(hits.begin(), hits.end(), [](const Hit& hit) { return !hit.promoted; });
    if (best == hits.end() || answer.speaks_for == IntentKind::kMixed) continue;
    out += StrCat(out.empty() ? "" : ", ", IntentKindName(answer.speaks_for), ": ", best->document.object_id);
  }
  return out;
}

// How often a word stands in a text of one token, by the share of documents that hold it (as Poisson has it), so that long
// articles say no word oftener only because they are long.
double Rate(double share, double average_length) {
  const double bounded = std::clamp(share, kLeastShare, 1 - kLeastShare);
  return -std::log1p(-bounded) / std::max(1.0, average_length);
}

bool IsCode(const std::string& word) {
  return word.size() > 3 && word.find_first_of("0123456789") != std::string::npos;
}

}  // namespace

IntentEvidence Coverage(const std::vector<IntentAnswer>& answers, const QueryWords& words) {
  const BothSides best = BestOf(answers, [&](const IntentAnswer& a) { return QualityOf(words, a.answer); });
  return {.name = "coverage", .value = best.difference(), .log_odds = 0, .detail = Titles(answers)};
}

IntentEvidence Breadth(const std::vector<IntentAnswer>& answers, const QueryWords& words) {
  const BothSides best = BestOf(answers, [&](const IntentAnswer& a) {
    double sum = 0;
    std::size_t seen = 0;
    for (const Hit& hit : a.answer.response->hits) {
      if (seen == kHitsForQuality) break;
      if (hit.promoted) continue;
      sum += words.Quality(a.answer, hit);
      ++seen;
    }
    return sum / static_cast<double>(kHitsForQuality);
  });
  return {.name = "breadth", .value = best.difference(), .log_odds = 0, .detail = {}};
}

IntentEvidence TitleCover(const std::vector<IntentAnswer>& answers) {
  const BothSides best = BestOf(answers, [](const IntentAnswer& a) {
    double most = 0;
    std::size_t seen = 0;
    for (const Hit& hit : a.answer.response->hits) {
      if (seen == kHitsForQuality) break;
      if (hit.promoted || !hit.explanation) continue;
      most = std::max(most, (hit.explanation->title_factor - 1) / rank::kTitleFactor);
      ++seen;
    }
    return most;
  });
  return {.name = "title", .value = best.difference(), .log_odds = 0, .detail = {}};
}

IntentEvidence Vocabulary(const std::vector<IntentAnswer>& answers, const QueryWords& words) {
  IntentEvidence out{.name = "vocabulary", .value = 0, .log_odds = 0, .detail = {}};
  double total = 0;
  for (const auto& [text, word] : words.words()) {
    if (std::all_of(word.shares.begin(), word.shares.end(), [](double share) { return share == 0; })) continue;
    BothSides rates;
    for (std::size_t a = 0; a < answers.size(); ++a) {
      double* side = rates.Of(answers[a].speaks_for);
      if (side == nullptr || answers[a].average_length == 0) continue;
      *side = std::max(*side, Rate(word.shares[a], answers[a].average_length));
    }
    if (rates.support == 0 || rates.shopping == 0) continue;
    const double ratio = std::log(rates.support / rates.shopping) / kMostRatio;
    const double worth = word.weight * word.information;
    out.value += worth * std::clamp(ratio, -1.0, 1.0);
    total += worth;
  }
  if (total > 0) out.value /= total;
  return out;
}

IntentEvidence Identifier(const std::vector<IntentAnswer>& answers) {
  const BothSides best = BestOf(answers, [](const IntentAnswer& a) {
    const std::vector<Hit>& hits = a.answer.response->hits;
    if (hits.empty() || !hits.front().explanation) return 0.0;
    const std::vector<ExplainedWordScore>& scores = hits.front().explanation->word_scores;
    const bool holds = std::any_of(scores.begin(), scores.end(), [](const ExplainedWordScore& word) {
      return IsCode(word.word) && word.kind <= AlternativeKind::kIdentifier;
    });
    return holds ? 1.0 : 0.0;
  });
  return {.name = "identifier", .value = best.difference(), .log_odds = 0, .detail = {}};
}

IntentEvidence RuleEvidence(const std::vector<IntentAnswer>& answers) {
  std::string names;
  const BothSides best = BestOf(answers, [&](const IntentAnswer& a) {
    double most = 0;
    for (const RuleShare& rule : a.rules) {
      most = std::max(most, rule.share);
      names += StrCat(names.empty() ? "" : ", ", rule.rule);
    }
    return most;
  });
  return {.name = "rules", .value = best.difference(), .log_odds = 0, .detail = names};
}

IntentEvidence Length(const QueryWords& words) {
  const auto count = static_cast<double>(std::max<std::size_t>(words.words().size(), 1));
  return {
      .name = "length", .value = std::min(1.0, std::log(count) / std::log(kLongQuery)), .log_odds = 0, .detail = {}};
}

}  // namespace signpost::catalog
