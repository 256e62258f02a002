// SPDX-License-Identifier: Apache-2.0
#include "catalog/related.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/deadline.h"
#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "catalog/attribute_selection.h"
#include "catalog/special_words.h"
#include "catalog/visible.h"
#include "query/match_options.h"
#include "query/plan.h"
#include "query/word_planner.h"
#include "rank/collector.h"
#include "text/analyzer.h"
#include "text/language_pack.h"

namespace signpost::catalog {
namespace {

constexpr std::size_t kSpecialWords = 32;
// So many more than wanted are found by the score of a search, and put in order by their own.
constexpr std::size_t kMoreThanWanted = 4;

absl::Status Validate(const RelatedRequest& request) {
  if (request.object_id.empty()) return InvalidArgument("finding related articles: objectID is missing");
  if (request.limit < 1 || request.limit > limits::kMaxRelated) {
    return InvalidArgument("finding related articles: limit is ", request.limit, ", expected 1 to ",
                           limits::kMaxRelated);
  }
  return absl::OkStatus();
}

// Where a document stands.
struct Place {
  std::size_t corpus = 0;
  std::uint32_t segment = 0;
  DocId doc{};
};

// Returns false when nothing is there.
bool FindArticle(const index::Corpora& corpora, std::string_view object_id, Place* place) {
  for (std::size_t c = 0; c < corpora.list.size(); ++c) {
    for (std::uint32_t s = 0; s < corpora.list[c].segments().size(); ++s) {
      const segment::LiveSegment& live = corpora.list[c].segments()[s];
      for (const DocId doc : live.segment().Find(object_id)) {
        if (!live.IsLive(doc)) continue;
        *place = {c, s, doc};
        return true;
      }
    }
  }
  return false;
}

// Asks for the words, each in all its forms; a document need not hold them all.
query::Plan PlanOf(const std::vector<SpecialWord>& words, const segment::Corpus& corpus) {
  const text::Analyzer analyzer(text::FindLanguagePack(corpus.lang()));
  const TypoTolerance typos{.mode = TypoMode::kOff};
  query::Plan plan;
  plan.typo_mode = TypoMode::kOff;
  plan.remove_words = RemoveWords::kByInformation;
  for (std::uint32_t w = 0; w < words.size(); ++w) {
    std::uint64_t phrase_checks = 0;
    query::WordPlanner planner(corpus, analyzer, typos, 0, &phrase_checks);
    for (const std::string& term : words[w].terms) planner.AddExact(term, AlternativeKind::kExact, 1);
    for (const std::string& term : words[w].terms) planner.AddStem(term, AlternativeKind::kStem, 1);
    query::Slot slot{.word = w, .position = w, .score_weight = words[w].frequency};
    slot.idf = words[w].idf;
    slot.alternatives = planner.Take();
    for (const query::Alternative& alternative : slot.alternatives) slot.document_count += alternative.document_count;
    plan.slots.push_back(std::move(slot));
  }
  return plan;
}

struct Near {
  const rank::RankedHit* hit;
  double score;
  std::string_view object_id;
};

double ScoreOf(const rank::RankedHit& hit) {
  double sum = 0;
  for (const rank::SlotScore& slot : hit.score.slots) sum += slot.score;
  return sum;
}

}  // namespace

absl::StatusOr<RelatedResponse> Related(const index::View& view, const Audience& audience,
                                        const RelatedRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  SIGNPOST_RETURN_IF_ERROR(Validate(request));
  const std::shared_ptr<const index::Corpora> corpora = OpenCorpora(view, audience, {.lang = request.lang});
  Place place;
  if (!FindArticle(*corpora, request.object_id, &place)) {
    return absl::NotFoundError(StrCat("finding related articles: there is no article ", Quoted(request.object_id),
                                      request.lang.empty() ? "" : " in language ", request.lang, " for this audience"));
  }
  const segment::Corpus& corpus = corpora->list[place.corpus];
  RelatedResponse response{.lang = corpus.lang()};
  const std::vector<SpecialWord> words = SpecialWords(corpus, *view.settings, place.segment, place.doc, kSpecialWords);
  if (!words.empty()) {
    const query::Plan plan = PlanOf(words, corpus);
    Settings by_score = *view.settings;
    by_score.ranking.clear();
    Deadline never(0);
    const auto limit = static_cast<std::size_t>(request.limit);
    const rank::Collected found = rank::Collect(corpus, plan, by_score, {.count = limit * kMoreThanWanted + 1}, &never);
    double of_itself = 0;
    for (const SpecialWord& word : words) {
      of_itself += word.frequency * word.idf * word.frequency * (rank::kSaturation + 1);
    }
    std::vector<Near> near;
    for (const rank::RankedHit& hit : found.best) {
      const std::string_view id = corpus.segments()[hit.segment].segment().ObjectId(hit.match.doc);
      if (id != request.object_id) near.push_back({&hit, std::min(1.0, ScoreOf(hit) / of_itself), id});
    }
    std::sort(near.begin(), near.end(), [](const Near& a, const Near& b) {
      return a.score != b.score ? a.score > b.score : a.object_id < b.object_id;
    });
    if (near.size() > limit) near.resize(limit);
    const AttributeSelection selection(request.attributes_to_retrieve, view.settings->unretrievable_attributes);
    segment::StoredBuffer buffer;
    for (const Near& article : near) {
      const segment::Segment& segment = corpus.segments()[article.hit->segment].segment();
      const DocId doc = article.hit->match.doc;
      response.articles.push_back(
          {.document = selection.Select(segment.Stored(doc, &buffer), segment.ChangedAttributesOf(doc)),
           .score = article.score});
    }
  }
  response.processing_time_us =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
  return response;
}

}  // namespace signpost::catalog
