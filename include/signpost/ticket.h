// SPDX-License-Identifier: Apache-2.0
// ticket.h — a customer's mail, and the articles that answer it: for contact forms, auto-replies and mail templates.
//
// Reads:    what the problem is. Greetings, quoted mails ("> ...", "On ... wrote:"), headers of forwarded mails, signatures, lines of
//           mail programs, legal footers and farewells are set aside, in every language of the tables at once (en es pt zh de fr). So
//           are order numbers, addresses and links, unless an article holds them.
// Says:     up to `limit` articles, each with the sentences that led there, and how sure it is; or nothing.
// Sees:     what Index::Search sees for the same audience. Confidences and scores come from these documents alone.
// Holds:    plain data. A response owns everything in it.
// Threads:  plain value types.
// Cost:     less than a search for the whole text (docs/performance.md).
// Example:
//   absl::StatusOr<signpost::TicketResponse> response = index.SuggestForTicket(
//       signpost::Audience::Public(), {.subject = "Where is it??", .body = mail, .lang = "en"});
//   for (const signpost::TicketArticle& article : response->articles) Show(article.document.title, article.document.url);
#ifndef SIGNPOST_TICKET_H_
#define SIGNPOST_TICKET_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <signpost/document.h>
#include <signpost/filter.h>

namespace signpost::inline v0 {

struct TicketRequest {
  std::string subject;  // UTF-8; with `body` at most 256 KB; invalid bytes are read as U+FFFD
  std::string body;     // plain text as it was sent, line breaks and all. 20 to 5,000 words are what this is made for
  std::string lang;     // as in SearchRequest
  Filter filter;        // articles are among those that it lets through
  int limit = 3;        // articles, 1..20
  // Nothing is returned when the response's confidence would be below it; 0..1. 0: always the nearest articles.
  double min_confidence = 0.4;
  int sentences = 2;  // that led to an article, 0..10
  // As in SearchRequest.
  std::vector<std::string> attributes_to_retrieve = {"*", "-body"};
  std::int64_t deadline_us = 0;
};

enum class TicketPart { kSubject, kBody };

// A part of what was sent. Bytes [begin, end) of the subject or the body as they were given.
struct TicketSentence {
  TicketPart part = TicketPart::kBody;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

struct TicketArticle {
  Document document;         // what was asked for of it; never the audiences
  std::string lang;          // of the translation, as in Hit
  bool is_fallback = false;  // that is not the language asked for
  // That this article answers the ticket, 0..1; those of all articles that may be returned add up to the response's at most.
  double confidence = 0;
  double score = 0;      // orders the articles of one response; comparable with nothing else
  std::string anchor;    // of the section that says most of it; empty: the top of the page
  std::vector<TicketSentence> sentences;  // that led here, the strongest first
};

struct TicketResponse {
  std::vector<TicketArticle> articles;  // best first; none: no article answers it, as far as can be told
  // That one of the first three articles answers the ticket, 0..1, whether any is returned or not. Fitted to judged tickets:
  // docs/tickets.md says how, and how well it holds on others.
  double confidence = 0;
  std::vector<TicketSentence> problem;  // what was read as the matter, in its order; everything else was set aside
  bool cut = false;                     // as in SearchResponse
  std::int64_t processing_time_us = 0;  // wall-clock microseconds
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_TICKET_H_
