// SPDX-License-Identifier: Apache-2.0
#include "catalog/intent.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "text/language_pack.h"

namespace signpost::inline v0 {

const char* IntentKindName(IntentKind kind) {
  switch (kind) {
    case IntentKind::kSupport:
      return "support";
    case IntentKind::kShopping:
      return "shopping";
    case IntentKind::kMixed:
      return "mixed";
  }
  return "unknown";
}

}  // namespace signpost::inline v0

namespace signpost::catalog {
namespace {

// Log-odds of each kind of evidence, by its value; and of no evidence at all.
struct Weights {
  double coverage = 2;
  double title = 2;
  double vocabulary = 1;
  double intent_words = 2;
  double rules = 3;
  double question = 1;
  double identifier = 2;
  double length = 0.5;
  double bias = 0;
};
constexpr Weights kWeights;

// Between these, support and shopping are both likely enough to show both.
constexpr double kMixedFrom = 0.4;
constexpr double kMixedTo = 0.6;

constexpr double kLeastShare = 0.002;  // of documents, for a word that nobody holds

struct BothSides {
  double support = 0;
  double shopping = 0;

  double* Of(IntentKind kind) {
    return kind == IntentKind::kSupport ? &support : kind == IntentKind::kShopping ? &shopping : nullptr;
  }
  double difference() const { return support - shopping; }
};

double TitleCover(const Answer& answer) {
  double best = 0;
  std::size_t seen = 0;
  for (const Hit& hit : answer.response->hits) {
    if (hit.promoted || !hit.explanation) continue;
    best = std::max(best, (hit.explanation->title_factor - 1) / 0.8);
    if (++seen == kHitsForQuality) break;
  }
  return best;
}

// A code of the query that a hit holds as it is: a part number belongs to what has it.
bool HoldsIdentifier(const Answer& answer) {
  const std::vector<Hit>& hits = answer.response->hits;
  if (hits.empty() || !hits.front().explanation) return false;
  const auto& scores = hits.front().explanation->word_scores;
  return std::any_of(scores.begin(), scores.end(), [](const ExplainedWordScore& word) {
    const bool code = word.word.find_first_of("0123456789") != std::string::npos && word.word.size() > 3;
    return code && word.kind <= AlternativeKind::kIdentifier;
  });
}

std::string Join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += StrCat(out.empty() ? "" : ", ", word);
  return out;
}

// For each word, how much more of the documents of one side hold it: what people call their own questions and what they call goods.
IntentEvidence Vocabulary(const std::vector<IntentAnswer>& answers, const QueryWords& words) {
  IntentEvidence out{.name = "vocabulary"};
  double total = 0;
  for (const auto& [text, word] : words.words()) {
    BothSides shares;
    for (std::size_t a = 0; a < answers.size(); ++a) {
      double* side = shares.Of(answers[a].speaks_for);
      if (side != nullptr) *side = std::max(*side, word.shares[a]);
    }
    if (shares.support == 0 && shares.shopping == 0) continue;
    const double ratio = std::log((shares.support + kLeastShare) / (shares.shopping + kLeastShare));
    out.value += word.weight * word.information * std::clamp(ratio / 4, -1.0, 1.0);
    total += word.weight * word.information;
  }
  if (total > 0) out.value /= total;
  return out;
}

}  // namespace

absl::Status IntentFinder::Add(const FederatedIndex& index) {
  for (const IntentWords& words : index.settings.intent_words) {
    if (words.lang.empty()) return InvalidArgument("federating: intent words of ", Quoted(index.name), " have no language");
    if (words.words.size() > limits::kMaxIntentWords) {
      return InvalidArgument("federating: ", words.words.size(), " intent words of ", Quoted(index.name), " in ",
                             Quoted(words.lang), ", the limit is ", limits::kMaxIntentWords);
    }
    lists_.push_back({index.settings.speaks_for.value_or(IntentKind::kMixed), text::NormalizeLanguageTag(words.lang),
                      PhraseList(text::FindLanguagePack(words.lang), words.words)});
  }
  return absl::OkStatus();
}

std::vector<std::string> IntentFinder::Listed(std::string_view query, std::string_view lang, IntentKind kind,
                                              const QueryWords& words) const {
  std::vector<std::string> out;
  const std::string asked = text::NormalizeLanguageTag(lang);
  auto is_known = [&](std::string_view typed) {
    const auto found = words.words().find(typed);
    return found != words.words().end() && found->second.known;
  };
  for (const List& list : lists_) {
    if (list.speaks_for != kind || (!asked.empty() && !text::LanguageMatches(asked, list.lang))) continue;
    for (std::string& word : list.phrases.Find(query, is_known)) {
      if (std::find(out.begin(), out.end(), word) == out.end()) out.push_back(std::move(word));
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

Intent IntentFinder::Find(std::string_view query, std::string_view lang, const std::vector<IntentAnswer>& answers,
                          const QueryWords& words) const {
  BothSides coverage;
  BothSides title;
  BothSides identifier;
  BothSides rules;
  std::vector<std::string> fired;
  for (const IntentAnswer& answer : answers) {
    double* side = coverage.Of(answer.speaks_for);
    if (side == nullptr) continue;
    *side = std::max(*side, answer.quality);
    double* of_title = title.Of(answer.speaks_for);
    *of_title = std::max(*of_title, TitleCover(answer.answer));
    if (HoldsIdentifier(answer.answer)) *identifier.Of(answer.speaks_for) = 1;
    if (!answer.rules.empty()) *rules.Of(answer.speaks_for) = 1;
    fired.insert(fired.end(), answer.rules.begin(), answer.rules.end());
  }
  std::sort(fired.begin(), fired.end());
  const std::vector<std::string> for_support = Listed(query, lang, IntentKind::kSupport, words);
  const std::vector<std::string> for_shopping = Listed(query, lang, IntentKind::kShopping, words);
  std::vector<std::string> listed = for_support;
  listed.insert(listed.end(), for_shopping.begin(), for_shopping.end());

  Intent out;
  out.evidence.push_back({"coverage", coverage.difference(), kWeights.coverage * coverage.difference(), ""});
  out.evidence.push_back({"title", title.difference(), kWeights.title * title.difference(), ""});
  IntentEvidence vocabulary = Vocabulary(answers, words);
  vocabulary.log_odds = kWeights.vocabulary * vocabulary.value;
  out.evidence.push_back(std::move(vocabulary));
  const double word_count = static_cast<double>(for_support.size()) - static_cast<double>(for_shopping.size());
  const double of_words = std::clamp(word_count / 2, -1.0, 1.0);
  out.evidence.push_back({"intentWords", of_words, kWeights.intent_words * of_words, Join(listed)});
  out.evidence.push_back({"rules", rules.difference(), kWeights.rules * rules.difference(), Join(fired)});
  out.evidence.push_back({"identifier", identifier.difference(), kWeights.identifier * identifier.difference(), ""});
  double question = query.find('?') != std::string_view::npos || query.find("？") != std::string_view::npos ? 1 : 0;
  std::vector<std::string> asked;
  if (!lang.empty()) asked = PhraseList::Questions(text::FindLanguagePack(lang)).Find(query, nullptr);
  if (!asked.empty()) question = 1;
  out.evidence.push_back({"question", question, kWeights.question * question, Join(asked)});
  const double length = std::clamp(std::log(static_cast<double>(std::max<std::size_t>(words.words().size(), 1))) / 3, 0.0, 1.0);
  out.evidence.push_back({"length", length, kWeights.length * length, ""});

  double sum = kWeights.bias;
  for (const IntentEvidence& evidence : out.evidence) sum += evidence.log_odds;
  out.support = 1 / (1 + std::exp(-sum));
  out.kind = out.support > kMixedTo     ? IntentKind::kSupport
             : out.support < kMixedFrom ? IntentKind::kShopping
                                        : IntentKind::kMixed;
  out.confidence = out.kind == IntentKind::kSupport    ? out.support
                   : out.kind == IntentKind::kShopping ? 1 - out.support
                                                       : 1 - 2 * std::abs(out.support - 0.5);
  std::stable_sort(out.evidence.begin(), out.evidence.end(), [](const IntentEvidence& a, const IntentEvidence& b) {
    return std::abs(a.log_odds) > std::abs(b.log_odds);
  });
  std::erase_if(out.evidence, [](const IntentEvidence& evidence) { return evidence.value == 0; });
  return out;
}

}  // namespace signpost::catalog
