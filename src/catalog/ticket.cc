// SPDX-License-Identifier: Apache-2.0
#include "catalog/ticket.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/deadline.h"
#include "base/limits.h"
#include "base/status.h"
#include "catalog/attribute_selection.h"
#include "catalog/hit_source.h"
#include "catalog/language_search.h"
#include "catalog/scopes.h"
#include "catalog/ticket_confidence.h"
#include "catalog/ticket_evidence.h"
#include "catalog/visible.h"
#include "highlight/highlighter.h"
#include "suggest/ticket_text.h"

namespace signpost::catalog {
namespace {

using suggest::ProblemSentence;

// Articles that the whole ticket finds and its sentences order.
constexpr std::size_t kCandidates = 20;
// A customer puts what matters into the subject.
constexpr double kSubjectWeight = 2;

absl::Status Validate(const TicketRequest& request) {
  const std::size_t bytes = request.subject.size() + request.body.size();
  if (bytes > limits::kMaxTicketBytes) {
    return InvalidArgument("reading a ticket: subject and body have ", bytes, " bytes, the limit is ",
                           limits::kMaxTicketBytes);
  }
  if (request.limit < 1 || request.limit > limits::kMaxTicketArticles) {
    return InvalidArgument("reading a ticket: limit is ", request.limit, ", expected 1 to ", limits::kMaxTicketArticles);
  }
  if (request.sentences < 0 || request.sentences > limits::kMaxTicketSentences) {
    return InvalidArgument("reading a ticket: sentences is ", request.sentences, ", expected 0 to ",
                           limits::kMaxTicketSentences);
  }
  if (!(request.min_confidence >= 0 && request.min_confidence <= 1)) {
    return InvalidArgument("reading a ticket: minConfidence is ", request.min_confidence, ", expected 0 to 1");
  }
  if (request.deadline_us < 0) {
    return InvalidArgument("reading a ticket: deadline is ", request.deadline_us, " µs, expected 0 or more");
  }
  return absl::OkStatus();
}

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Appends a sentence without links and addresses, which are no words of the problem.
void AppendWords(std::string_view sentence, std::string* out) {
  for (std::size_t i = 0; i < sentence.size();) {
    std::size_t end = i;
    while (end < sentence.size() && !IsSpace(sentence[end])) ++end;
    const std::string_view word = sentence.substr(i, end - i);
    const bool address = word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos ||
                         word.find('@') != std::string_view::npos;
    if (!address) out->append(word);
    while (end < sentence.size() && IsSpace(sentence[end])) ++end;
    out->push_back(' ');
    i = end;
  }
}

// The problem as one text to search for, and where each sentence stands in it.
struct ProblemText {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> sentences;
};

std::string_view TextOf(const ProblemSentence& sentence, const TicketRequest& request) {
  const std::string& part = sentence.part == TicketPart::kSubject ? request.subject : request.body;
  return std::string_view(part).substr(sentence.begin, sentence.end - sentence.begin);
}

// What is beyond a query's bytes is left out, sentence by sentence.
ProblemText MakeText(const std::vector<ProblemSentence>& problem, const TicketRequest& request) {
  ProblemText out;
  for (const ProblemSentence& sentence : problem) {
    const std::size_t begin = out.text.size();
    AppendWords(TextOf(sentence, request), &out.text);
    out.text.push_back('\n');
    if (out.text.size() > limits::kMaxQueryBytes) {
      out.text.resize(begin);
      break;
    }
    out.sentences.emplace_back(begin, out.text.size());
  }
  return out;
}

// Parts of a code that no document holds (of an order number, say) are no words.
void ForgetParts(LanguageSearch* search) {
  std::erase_if(search->plan.slots, [&](const query::Slot& slot) {
    const query::QueryWord& word = search->query.words[slot.word];
    return word.parts.size() > 1 && slot.span == 1;
  });
}

// An article that may answer, with what each sentence says for it.
struct Candidate {
  rank::RankedHit hit;
  std::vector<double> sentences;
  double score = 0;
};

class TicketReader {
 public:
  TicketReader(const index::View& view, const index::Corpora& corpora, const TicketRequest& request)
      : view_(view),
        corpora_(corpora),
        request_(request),
        problem_(suggest::FindProblem(request.subject, request.body)),
        text_(MakeText(problem_, request)),
        deadline_(request.deadline_us) {}

  TicketResponse Read() {
    TicketResponse response;
    for (const ProblemSentence& sentence : problem_) response.problem.push_back(Shown(sentence));
    if (text_.sentences.empty() || corpora_.list.empty()) return response;
    FindCandidates();
    response.confidence = Confidence();
    if (!candidates_.empty() && response.confidence >= request_.min_confidence) Show(&response);
    response.cut = deadline_.Passed() || std::any_of(searches_.begin(), searches_.end(),
                                                     [](const LanguageSearch& s) { return s.plan.cut; });
    return response;
  }

 private:
  TicketSentence Shown(const ProblemSentence& sentence) const {
    return {.part = sentence.part,
            .begin = sentence.begin,
            .end = sentence.end,
            .text = std::string(TextOf(sentence, request_))};
  }

  void FindCandidates() {
    SearchRequest asked{.lang = request_.lang, .filter = request_.filter};
    query::MatchOptions options = query::OptionsOf(asked, *view_.settings);
    options.remove_words = RemoveWords::kByInformation;
    options.advanced_syntax = false;
    options.lone_prefixes = false;
    Scopes scopes;
    for (const segment::Corpus& corpus : corpora_.list) {
      searches_.push_back(Understand(view_, corpus, text_.text, options, &deadline_));
      ForgetParts(&searches_.back());
      scopes.push_back(MakeScopes(corpus, asked));
    }
    for (std::size_t c = 0; c < corpora_.list.size(); ++c) {
      evidence_.emplace_back(corpora_.list[c], searches_[c], text_.sentences);
    }
    if (std::all_of(searches_.begin(), searches_.end(), [](const auto& s) { return s.plan.slots.empty(); })) return;
    HitSource source(corpora_, scopes, *view_.settings, view_.settings->fallback_factor, &searches_, &deadline_);
    for (rank::RankedHit& hit : source.Best(kCandidates, false)) AddCandidate(std::move(hit));
    // Equal ones stay in the order of the search.
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  }

  void AddCandidate(rank::RankedHit hit) {
    Candidate out{.hit = std::move(hit), .sentences = {}, .score = 0};
    out.sentences = evidence_[out.hit.corpus].Scores(out.hit);
    for (std::size_t i = 0; i < out.sentences.size(); ++i) {
      if (problem_[i].part == TicketPart::kSubject) out.sentences[i] *= kSubjectWeight;
      out.score += out.sentences[i];
    }
    out.score = (out.score + out.hit.score.proximity) * out.hit.language_factor;
    candidates_.push_back(std::move(out));
  }

  double Confidence() const {
    if (candidates_.empty()) return 0;
    const TicketEvidence& evidence = evidence_[candidates_.front().hit.corpus];
    TicketFigures figures{.familiarity = evidence.Familiarity(), .held_share = 0, .cjk_share = evidence.cjk_share()};
    const std::size_t count = std::min(candidates_.size(), kConfidentArticles);
    for (std::size_t i = 0; i < count; ++i) {
      figures.held_share +=
          evidence_[candidates_[i].hit.corpus].HeldShare(candidates_[i].hit) / static_cast<double>(count);
    }
    return evidence.word_count() == 0 ? 0 : TicketConfidence(figures);
  }

  void Show(TicketResponse* response) {
    std::vector<double> scores;
    for (const Candidate& candidate : candidates_) scores.push_back(candidate.score);
    const std::vector<double> shares = ConfidenceShares(scores);
    const std::size_t count = std::min(candidates_.size(), static_cast<std::size_t>(request_.limit));
    const AttributeSelection selection(request_.attributes_to_retrieve, view_.settings->unretrievable_attributes);
    for (std::size_t i = 0; i < count; ++i) {
      response->articles.push_back(Article(candidates_[i], selection));
      response->articles.back().confidence = response->confidence * shares[i];
    }
  }

  TicketArticle Article(const Candidate& candidate, const AttributeSelection& selection) {
    const segment::Segment& segment = SegmentOf(corpora_, candidate.hit);
    const DocId doc = candidate.hit.match.doc;
    const segment::StoredDocument stored = segment.Stored(doc, &buffer_);
    TicketArticle out{.document = selection.Select(stored, segment.ChangedAttributesOf(doc)),
                      .lang = segment.meta().lang,
                      .is_fallback = candidate.hit.language_step > 0,
                      .score = candidate.score};
    const LanguageSearch& search = searches_[candidate.hit.corpus];
    const HighlightOptions options;
    const highlight::Context context{search.query, search.plan, search.analyzer, options};
    highlight::Highlighter highlighter(context, segment, stored, candidate.hit.match, &highlight_);
    const std::vector<SectionHit> sections = highlighter.Sections();
    if (!sections.empty()) out.anchor = sections.front().anchor;
    out.sentences = Strongest(candidate);
    return out;
  }

  std::vector<TicketSentence> Strongest(const Candidate& candidate) const {
    std::vector<std::size_t> order(candidate.sentences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return candidate.sentences[a] > candidate.sentences[b];
    });
    std::vector<TicketSentence> out;
    for (const std::size_t i : order) {
      if (out.size() == static_cast<std::size_t>(request_.sentences) || candidate.sentences[i] <= 0) break;
      out.push_back(Shown(problem_[i]));
    }
    return out;
  }

  const index::View& view_;
  const index::Corpora& corpora_;
  const TicketRequest& request_;
  const std::vector<ProblemSentence> problem_;
  const ProblemText text_;
  Deadline deadline_;
  std::vector<LanguageSearch> searches_;  // by corpus
  std::vector<TicketEvidence> evidence_;  // by corpus
  std::vector<Candidate> candidates_;     // best first
  segment::StoredBuffer buffer_;
  highlight::Scratch highlight_;
};

}  // namespace

absl::StatusOr<TicketResponse> SuggestForTicket(const index::View& view, const Audience& audience,
                                                const TicketRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  SIGNPOST_RETURN_IF_ERROR(Validate(request));
  const SearchRequest asked{.lang = request.lang, .filter = request.filter};
  SIGNPOST_RETURN_IF_ERROR(CheckFilters(asked, *view.settings));
  const std::shared_ptr<const index::Corpora> corpora = OpenCorpora(view, audience, asked);
  TicketResponse response = TicketReader(view, *corpora, request).Read();
  response.processing_time_us =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
  return response;
}

}  // namespace signpost::catalog
