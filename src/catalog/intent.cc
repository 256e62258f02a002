// SPDX-License-Identifier: Apache-2.0
#include "catalog/intent.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "text/language_pack.h"
#include "text/languages/packs.h"

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

// What each kind of evidence adds to the log-odds of support, by its value; and what they are without any.
struct Weight {
  std::string_view name;
  double weight;
};
constexpr Weight kWeights[] = {{"coverage", 1.25},   {"breadth", 1},       {"title", 1},
                               {"vocabulary", 1.25}, {"intentWords", 2.5}, {"rules", 3},
                               {"question", 0.4},    {"identifier", 1},    {"length", 0.15}};
constexpr double kBias = -0.75;

// Between these, support and shopping are both likely enough to show both.
constexpr double kMixedFrom = 0.45;
constexpr double kMixedTo = 0.55;

constexpr double kManyWords = 2;  // of one side more than of the other: as much as can be

double WeightOf(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(kWeights), std::end(kWeights), [&](const Weight& w) { return w.name == name; });
  return found == std::end(kWeights) ? 0 : found->weight;
}

}  // namespace

IntentFinder::IntentFinder() {
  for (const text::LanguagePack* pack : text::AllLanguagePacks()) {
    questions_.emplace(pack->tag, PhraseList::Questions(*pack));
  }
}

IntentEvidence IntentFinder::Question(std::string_view query, std::string_view lang) const {
  IntentEvidence out{.name = "question", .value = 0, .log_odds = 0, .detail = {}};
  out.detail = questions_.at(text::FindLanguagePack(lang).tag).FindAtEnds(query);
  const bool mark = query.find('?') != std::string_view::npos || query.find("？") != std::string_view::npos;
  out.value = mark || !out.detail.empty() ? 1 : 0;
  return out;
}

absl::Status IntentFinder::Add(const FederatedIndex& index) {
  for (const IntentWords& words : index.settings.intent_words) {
    if (words.lang.empty()) {
      return InvalidArgument("federating: intent words of ", Quoted(index.name), " have no language");
    }
    if (words.words.size() > limits::kMaxIntentWords) {
      return InvalidArgument("federating: ", words.words.size(), " intent words of ", Quoted(index.name), " in ",
                             Quoted(words.lang), ", the limit is ", limits::kMaxIntentWords);
    }
    lists_.push_back({index.settings.speaks_for.value_or(IntentKind::kMixed), text::NormalizeLanguageTag(words.lang),
                      PhraseList(text::FindLanguagePack(words.lang), words.words)});
  }
  return absl::OkStatus();
}

IntentEvidence IntentFinder::Listed(std::string_view query, std::string_view lang, const QueryWords& words) const {
  const std::string asked = text::NormalizeLanguageTag(lang);
  auto is_known = [&](std::string_view typed) {
    const auto found = words.words().find(typed);
    return found != words.words().end() && found->second.known;
  };
  BothSides counts;
  std::vector<std::string> listed;
  for (const List& list : lists_) {
    double* side = counts.Of(list.speaks_for);
    if (side == nullptr || (!asked.empty() && !text::LanguageMatches(asked, list.lang))) continue;
    for (const std::string& word : list.phrases.Find(query, is_known)) {
      std::string line = StrCat(IntentKindName(list.speaks_for), ": ", word);
      if (std::find(listed.begin(), listed.end(), line) != listed.end()) continue;
      listed.push_back(std::move(line));
      *side += 1;
    }
  }
  std::sort(listed.begin(), listed.end());
  IntentEvidence out{.name = "intentWords", .value = 0, .log_odds = 0, .detail = {}};
  out.value = std::clamp(counts.difference() / kManyWords, -1.0, 1.0);
  for (const std::string& line : listed) out.detail += StrCat(out.detail.empty() ? "" : ", ", line);
  return out;
}

Intent IntentFinder::Find(std::string_view query, std::string_view lang, const std::vector<IntentAnswer>& answers,
                          const QueryWords& words) const {
  Intent out;
  out.evidence = {Coverage(answers, words),   Breadth(answers, words),    TitleCover(answers),
                  Vocabulary(answers, words), Listed(query, lang, words), RuleEvidence(answers),
                  Question(query, lang),      Identifier(answers),        Length(words)};
  double sum = kBias;
  for (IntentEvidence& evidence : out.evidence) {
    evidence.log_odds = WeightOf(evidence.name) * evidence.value;
    sum += evidence.log_odds;
  }
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
