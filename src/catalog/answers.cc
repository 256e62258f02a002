// SPDX-License-Identifier: Apache-2.0
#include "catalog/answers.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "answer/answer_finder.h"
#include "answer/question.h"
#include "base/limits.h"
#include "catalog/attribute_selection.h"
#include "catalog/hit_source.h"
#include "highlight/context.h"
#include "segment/stored_document.h"

namespace signpost::catalog {

std::vector<Answer> FindAnswers(const index::Corpora& corpora, const std::vector<LanguageSearch>& searches,
                                const std::vector<PageHit>& hits, std::string_view query, const SearchRequest& request,
                                const Settings& settings) {
  std::vector<Answer> out;
  const AttributeSelection visible({"*"}, settings.unretrievable_attributes);
  if (!visible.Has("body")) return out;
  segment::StoredBuffer buffer;
  highlight::Scratch scratch;
  const std::size_t count = std::min(hits.size(), limits::kMaxAnswerHits);
  for (std::size_t h = 0; h < count; ++h) {
    const rank::RankedHit& hit = hits[h].hit;
    const LanguageSearch& search = searches[hit.corpus];
    const segment::Segment& segment = SegmentOf(corpora, hit);
    const segment::StoredDocument stored = segment.Stored(hit.match.doc, &buffer);
    const double next = h + 1 < hits.size() ? hits[h + 1].hit.score.score : 0;
    const double lead = hit.score.score > 0 ? std::clamp(1 - next / hit.score.score, 0.0, 1.0) : 0;
    const highlight::Context context{search.query, search.plan, search.analyzer, request.highlight};
    const std::string_view lang = corpora.list[hit.corpus].lang();
    const answer::HitToAnswer to_answer{.segment = segment,
                                        .stored = stored,
                                        .match = hit.match,
                                        .doc_count = corpora.list[hit.corpus].doc_count(),
                                        .lang = lang,
                                        .first = h == 0,
                                        .lead = lead};
    std::optional<Answer> answer =
        answer::FindAnswer(context, answer::KindOf(search.query, query, lang), to_answer, request.explain, &scratch);
    if (!answer || answer->confidence < request.answers.min_confidence) continue;
    answer->object_id = stored.object_id;
    answer->lang = stored.lang;
    if (visible.Has("title")) answer->title = stored.title;
    if (visible.Has("url")) answer->url = stored.url;
    if (!visible.Has("headings")) answer->headings.clear();
    out.push_back(*std::move(answer));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Answer& a, const Answer& b) { return a.confidence > b.confidence; });
  if (out.size() > static_cast<std::size_t>(request.answers.count))
    out.resize(static_cast<std::size_t>(request.answers.count));
  return out;
}

}  // namespace signpost::catalog
