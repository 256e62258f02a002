// SPDX-License-Identifier: Apache-2.0
// article_commands.cc — `signpost ticket`, `suggest`, `related` and `duplicates`.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <signpost/dialect.h>
#include <signpost/index.h>

#include "cli/article_options.h"
#include "cli/errors.h"
#include "cli/exit_code.h"
#include "cli/line_reader.h"
#include "cli/numbers.h"
#include "cli/table.h"
#include "cli/terminal_text.h"

namespace signpost::cli {
namespace {

absl::StatusOr<Index> OpenIndex(const std::string& path) {
  absl::StatusOr<Index> index = Index::Open(path);
  return index.ok() ? std::move(index) : WithProgram(index.status(), path);
}

// Writes an answer, as JSON or as lines for people.
template <typename Response>
absl::StatusOr<int> Answer(const absl::StatusOr<Response>& response, bool found, bool json,
                           std::string (*print)(const Response&), Output* out) {
  if (!response.ok()) return WithProgram(response.status());
  if (absl::Status written = out->Write(json ? ToJson(*response) + "\n" : print(*response)); !written.ok()) {
    return written;
  }
  return found ? kExitOk : kExitNothingFound;
}

absl::StatusOr<std::string> ReadMail(const std::string& path) {
  if (!path.empty()) return ReadFile(path);
  LineReader lines = LineReader::Stdin();
  std::string out;
  std::string line;
  while (true) {
    absl::StatusOr<bool> more = lines.Next(&line);
    if (!more.ok()) return more.status();
    if (!*more) return out;
    out += line + "\n";
  }
}

// A first line `Subject: ...` becomes the subject.
void SetMail(std::string_view mail, TicketRequest* request) {
  constexpr std::string_view kSubject = "Subject:";
  if (mail.starts_with(kSubject)) {
    const std::size_t end = std::min(mail.find('\n'), mail.size());
    request->subject = mail.substr(kSubject.size(), end - kSubject.size());
    mail.remove_prefix(std::min(end + 1, mail.size()));
  }
  request->body = mail;
}

std::string PrintTicket(const TicketResponse& response) {
  std::string out = "confidence " + Fixed(response.confidence, 2) + ", " + Grouped(response.articles.size()) +
                    " articles, " + Grouped(static_cast<std::uint64_t>(response.processing_time_us)) + " µs\n";
  for (const TicketArticle& article : response.articles) {
    out += "\n" + Fixed(article.confidence, 2) + "  " + TerminalText(article.document.title) + "\n      " +
           TerminalText(article.document.url.empty() ? article.document.object_id : article.document.url) +
           (article.anchor.empty() ? "" : "#" + TerminalText(article.anchor)) + "\n";
    for (const TicketSentence& sentence : article.sentences) out += "      > " + TerminalText(sentence.text) + "\n";
  }
  return out;
}

std::string PrintSuggestions(const SuggestResponse& response) {
  Table table("lll");
  for (const Suggestion& suggestion : response.suggestions) {
    const bool popular = suggestion.kind == SuggestionKind::kPopular;
    table.Row({TerminalText(suggestion.query),
               popular ? "popular" : suggestion.kind == SuggestionKind::kTitle ? "title" : "heading",
               TerminalText(suggestion.object_id)});
  }
  return table.Print();
}

std::string PrintRelated(const RelatedResponse& response) {
  Table table("rll");
  for (const RelatedArticle& article : response.articles) {
    table.Row({Fixed(article.score, 3), TerminalText(article.document.title), TerminalText(article.document.object_id)});
  }
  return table.Print();
}

std::string PrintDuplicates(const NearDuplicatesResponse& response) {
  Table table("rlll");
  for (const NearDuplicate& pair : response.pairs) {
    table.Row({Fixed(pair.similarity, 3), TerminalText(pair.lang), TerminalText(pair.object_id),
               TerminalText(pair.other_object_id)});
  }
  return table.Print() + (response.cut ? "cut: there may be more pairs\n" : "");
}

}  // namespace

absl::StatusOr<int> RunTicket(const TicketOptions& options, Output* out) {
  absl::StatusOr<Index> index = OpenIndex(options.file);
  if (!index.ok()) return index.status();
  absl::StatusOr<std::string> mail = ReadMail(options.mail);
  if (!mail.ok()) return mail.status();
  TicketRequest request = options.request;
  SetMail(*mail, &request);
  const auto response = index->SuggestForTicket(Audience::Of(options.audiences), request);
  return Answer(response, response.ok() && !response->articles.empty(), options.json, &PrintTicket, out);
}

absl::StatusOr<int> RunSuggest(const SuggestOptions& options, Output* out) {
  absl::StatusOr<Index> index = OpenIndex(options.file);
  if (!index.ok()) return index.status();
  const auto response = index->Suggest(Audience::Of(options.audiences), options.request);
  return Answer(response, response.ok() && !response->suggestions.empty(), options.json, &PrintSuggestions, out);
}

absl::StatusOr<int> RunRelated(const RelatedOptions& options, Output* out) {
  absl::StatusOr<Index> index = OpenIndex(options.file);
  if (!index.ok()) return index.status();
  const auto response = index->Related(Audience::Of(options.audiences), options.request);
  return Answer(response, response.ok() && !response->articles.empty(), options.json, &PrintRelated, out);
}

absl::StatusOr<int> RunDuplicates(const DuplicatesOptions& options, Output* out) {
  absl::StatusOr<Index> index = OpenIndex(options.file);
  if (!index.ok()) return index.status();
  const auto response = index->NearDuplicates(Audience::Of(options.audiences), options.request);
  return Answer(response, response.ok() && !response->pairs.empty(), options.json, &PrintDuplicates, out);
}

}  // namespace signpost::cli
