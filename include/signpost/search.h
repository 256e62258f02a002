// SPDX-License-Identifier: Apache-2.0
// search.h — one question and its answer.
//
// Holds:    plain data. A response owns everything in it and stays valid when the index changes or is destroyed.
// Threads:  plain value types.
// Example:
//   signpost::SearchRequest request{.query = "wher is my ordr", .hits_per_page = 5};
//   absl::StatusOr<signpost::SearchResponse> response = index.Search(signpost::Audience::Public(), request);
//   if (response->redirect) Send(response->redirect->url);
//   for (const signpost::Hit& hit : response->hits) Show(hit.title.value, hit.snippet.value, hit.document.url);
#ifndef SIGNPOST_SEARCH_H_
#define SIGNPOST_SEARCH_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <signpost/document.h>
#include <signpost/explain.h>
#include <signpost/filter.h>
#include <signpost/settings.h>
#include <signpost/value.h>

namespace signpost::inline v0 {

// What is done to text around the marks. kHtml replaces & < > " ' by references, so that a marked text can stand in a
// page; kNone leaves it as it is, for plain-text channels and for callers that escape themselves.
enum class Escape { kHtml, kNone };

struct HighlightOptions {
  bool enabled = true;             // false: Hit::title to Hit::highlights stay empty and cost nothing
  std::string pre_tag = "<em>";    // put before each match, as it is
  std::string post_tag = "</em>";  // put after each match, as it is
  Escape escape = Escape::kHtml;
  std::string ellipsis = "…";  // where a snippet begins or ends inside a text
  int snippet_words = 30;      // length of a snippet at most, 1..1,000; a CJK character counts half a word
  // Above 0 it is the length in its place: characters (code points) of the text, without tags, references and ellipses; at
  // most 10,000. A snippet has one word at least.
  int snippet_characters = 0;
  int snippet_count = 1;  // places of the body that are shown, 1..10: Hit::snippet and Hit::more_snippets
  // false: of a word that was typed in part, or that holds what was typed (Terrassenschrauben for Schraube, SkipBridge for
  // bridge), that part is marked. true: all of it.
  bool whole_words = false;
  bool restrict_arrays = false;  // lists show the elements in which something matched, and no others

  // No tags and no escaping, for channels that show text as it is: chat, SMS, mail.
  static HighlightOptions PlainText() {
    HighlightOptions out;
    out.pre_tag.clear();
    out.post_tag.clear();
    out.escape = Escape::kNone;
    return out;
  }
};

// Looking for the passage that answers a question (docs/answers.md).
struct AnswerOptions {
  bool enabled = false;
  // Answers below it are left out, 0..1. A confidence is how often answers of that kind are right.
  double min_confidence = 0.6;
  int count = 1;  // at most, 1..10
};

// Hits by their places, for lists that do not turn pages.
struct HitRange {
  int offset = 0;   // 0-based
  int length = 20;  // 0..1,000

  bool operator==(const HitRange&) const = default;
};

// A number or a date that hits are sorted by; it needs a column (Settings::attributes_for_sorting).
struct SortKey {
  std::string attribute;
  // Highest or latest first. Of several values the largest counts then, else the smallest; hits without one come last.
  bool descending = true;

  bool operator==(const SortKey&) const = default;
};

struct SearchRequest {
  // --- what is asked ---
  std::string query;  // UTF-8, at most 64 KB; invalid bytes are read as U+FFFD. Empty: all documents
  // BCP 47 tag; empty: Settings::language, else every language. An article is one hit, whatever its translations: in the
  // nearest of the language asked for and its fallbacks, or, when none was asked for, the translation that matches best.
  std::string lang;
  std::optional<std::vector<std::string>> language_fallbacks;  // for `lang`, nearest first; absent: as Settings says
  std::optional<double> fallback_factor;                       // absent: as Settings says
  std::vector<std::string> contexts;                           // for rules that name one

  // --- which documents may be hits ---
  Filter
      filter;  // hits, counts and promoted documents (unless their rule says otherwise) are among those that it lets through
  std::vector<OptionalFilter> optional_filters;  // at most 64

  // --- how words match; absent: as Settings says ---
  std::optional<TypoMode> typo_tolerance;
  std::optional<RemoveWords> remove_words;
  std::optional<std::vector<std::string>> optional_words;
  std::optional<bool> advanced_syntax;
  std::optional<std::vector<ExactAlternative>> alternatives_as_exact;
  bool synonyms = true;  // whether the index's apply

  // --- in which order, and how many of a kind ---
  std::vector<SortKey> sort;    // first key first, at most 8; equal hits by relevance. Empty: by relevance alone
  std::optional<int> distinct;  // as Settings::distinct; absent: as Settings says

  // --- what comes back ---
  // Hits beyond Settings::pagination_limited_to are counted and not returned; a page there is empty.
  int page = 0;                   // 0-based
  int hits_per_page = 20;         // 0..1,000; 0 for the counts alone
  std::optional<HitRange> range;  // replaces page and hits_per_page
  HighlightOptions highlight;
  // Members of Document by their names in JSON (title, url, keywords, body: the sections), and attributes; "a.b": the member b of
  // the objects in a. "*": all; "-x": not x. object_id and lang always come.
  std::vector<std::string> attributes_to_retrieve = {"*", "-body"};
  // title and headings fill Hit::title and Hit::headings, any other searchable attribute Hit::highlights. "*": all searchable
  // ones; "-x": not x.
  std::vector<std::string> attributes_to_highlight = {"title", "headings"};
  // Of which a snippet is shown, each perhaps with a length in words (or characters, as HighlightOptions says): "body:20". The body
  // fills Hit::snippet, others Hit::snippets. "*": all searchable ones; "-x": not x.
  std::vector<std::string> attributes_to_snippet = {"body"};
  AnswerOptions answers;
  bool ranking_info = false;  // fills Hit::ranking_info
  bool explain = false;       // fills the explanations
  // Attributes whose values are counted over all hits; "*": all for faceting. Others, and those that only filter, are left out.
  std::vector<std::string> facets;
  std::optional<int> max_values_per_facet;  // 1..1,000; absent, and so for the next: as Settings says
  std::optional<FacetSort> sort_facet_values_by;
  std::int64_t now = 0;  // Unix seconds by which a hit may be outdated and rules are in force; 0: the current time
  // Wall-clock microseconds after which the search stops looking for more and answers with what it has; 0: never. The
  // work of a query is bounded without it.
  std::int64_t deadline_us = 0;
};

enum class MatchLevel { kNone, kPartial, kFull };

// A text in which what matched is marked. `value` is escaped as HighlightOptions::escape says, the tags are not.
struct HighlightedText {
  std::string value;
  MatchLevel match_level = MatchLevel::kNone;  // how many words of the query are in it: none, some, all
  std::vector<std::string> matched_words;      // words of the query, case and accents folded, in query order
  bool fully_highlighted = false;              // every word of the text is marked
};

// An attribute of the document with what matched in it.
struct HighlightedAttribute {
  std::string name;
  std::vector<HighlightedText> values;  // of its strings and numbers, in their order
  // Lists and objects as they nest in the document; each integer is the number of one of `values`. An attribute that is one
  // string: 0; a list of two: [0, 1]; {"lvl0": 0, "lvl1": 1}.
  Value shape;
};

// A place in the body, within one section.
struct Snippet : HighlightedText {
  std::string anchor;                 // of the section; empty: the top of the page
  std::vector<std::string> headings;  // from the outermost heading to the section's own
};

// A section of a hit in which the query matched.
struct SectionHit {
  std::string anchor;
  std::vector<std::string> headings;  // from the outermost heading to the section's own
  double score = 0;                   // comparable among the sections of one hit only
};

// What ordered criteria compare (Settings::ranking), as the request asked to see it.
struct RankingInfo {
  std::size_t typos = 0;               // edits
  std::size_t words = 0;               // of the query that the document holds
  std::size_t exact_words = 0;         // of these, as typed
  std::size_t proximity_distance = 0;  // positions between neighbours of the query, summed; 8 for a pair further apart
  // 1,000 x the number of the first searchable attribute that holds any + the first position there, at most 999.
  std::size_t first_matched_word = 0;
  double user_score = 0;  // the first custom ranking's value; 0 without one
};

struct Hit {
  Document document;         // what was asked for of it, as it was given; never the audiences
  std::string lang;          // of the translation shown, lower case; empty: it declares none
  bool is_fallback = false;  // that is not the language asked for
  double score = 0;          // comparable within one response only
  // This and the next four are empty when HighlightOptions::enabled is off. Title, headings and highlights hold only what was
  // asked for and may be seen.
  HighlightedText title;
  std::vector<HighlightedText> headings;  // of all sections, as in Document::sections; those without are left out
  Snippet snippet;                        // of the best place in the body; its beginning when nothing matched there
  std::vector<Snippet> more_snippets;     // of other places that add to it, best first
  std::vector<SectionHit> sections;       // best first, at most 3; empty when nothing matched in body and headings
  std::vector<HighlightedAttribute> highlights;  // of the other attributes, in the order of searchable_attributes
  std::vector<HighlightedAttribute> snippets;    // of all but the body, in the same order
  bool promoted = false;                         // placed here by a rule
  bool stale = false;                            // as old as Settings::stale_after_days or older
  std::optional<RankingInfo> ranking_info;
  std::optional<HitExplanation> explanation;
};

// A value of an attribute, and how many hits have it. Numbers in the shortest text that reads back as them.
struct FacetValue {
  std::string value;
  std::size_t count = 0;

  bool operator==(const FacetValue&) const = default;
};

// Of the numbers of an attribute in all hits; a hit with several numbers counts with each.
struct FacetStats {
  double min = 0;
  double max = 0;
  double avg = 0;
  double sum = 0;

  bool operator==(const FacetStats&) const = default;
};

struct Facet {
  std::string attribute;
  std::vector<FacetValue>
      values;  // in the order of FacetSort and Settings::facet_ordering; those of no hit are left out
  std::optional<FacetStats> stats;

  bool operator==(const Facet&) const = default;
};

// What an answer is.
enum class AnswerKind { kText, kSteps, kList, kTableRow };

// What made the confidence, for explanations.
struct AnswerEvidence {
  std::string name;
  double value = 0;
};

// A passage that answers the query by itself.
struct Answer {
  std::string object_id;
  std::string lang;
  std::string title;                  // of the document
  std::string url;                    // the same; '#' and the anchor open the passage
  std::string anchor;                 // of its section
  std::vector<std::string> headings;  // from the outermost heading to the section's own
  AnswerKind kind = AnswerKind::kText;
  // Whole sentences, all steps, or a table row below the names of its columns: a line each. Escaped as
  // HighlightOptions::escape says, without marks; at most 1,500 bytes before that.
  std::string text;
  double confidence = 0;                 // 0..1: that a person would accept it as the answer
  std::vector<AnswerEvidence> evidence;  // with SearchRequest::explain
};

struct Redirect {
  std::string url;
  std::string rule;        // object_id of the rule; empty: the query is an address that has moved
  std::string moved_from;  // that address, as Index::SetMoved was given it; empty: a rule says where the query belongs
};

// The query as its author probably meant it.
struct DidYouMean {
  std::string query;      // the request's query with words corrected
  double confidence = 0;  // 0..1: that a person would prefer it
};

struct SearchResponse {
  std::string query;                        // as it was asked, invalid bytes read as U+FFFD
  std::optional<std::string> edited_query;  // that was searched instead, because rules edited it
  std::optional<Redirect> redirect;         // when set, the query belongs elsewhere and there are no hits
  std::vector<Hit> hits;                    // best first
  std::size_t hit_count = 0;  // over all pages, also those that cannot be reached; of groups, when hits are grouped
  // False for a long query with many hits: hit_count is an estimate from how many documents hold each word.
  bool exact_hit_count = true;
  int page = 0;                            // with a range: the page of its length that it begins in
  int page_count = 0;                      // that can be reached; 0 when hits_per_page is
  int hits_per_page = 0;                   // with a range: its length
  std::optional<HitRange> range;           // as in the request
  std::optional<DidYouMean> did_you_mean;  // when the words as typed answer poorly and a correction clearly better
  // The query is one or two letters, and Settings::ranking is empty: those hits come first that hold them as a word, then those
  // whose title has a word that begins so, then the others; each by custom ranking. Hit::score is 3, 2 or 1, times the boost.
  bool lone_prefix = false;
  // When SearchRequest::answers asks for them: best first, of the first hits of this page. Often none.
  std::vector<Answer> answers;
  FacetOrdering facet_ordering;  // of the settings
  std::vector<Facet> facets;     // those that Settings::facet_ordering names first, the others as in the request
  bool cut = false;              // the deadline passed: hits and counts are of what was seen until then
  std::vector<std::string> ignored_words;  // words of the query that no document holds, nor anything near them
  std::vector<Value> user_data;            // of the rules that applied
  std::vector<std::string> applied_rules;  // their object_ids, in the order applied
  std::int64_t processing_time_us = 0;     // wall-clock microseconds
  std::optional<Explanation> explanation;
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_SEARCH_H_
