// SPDX-License-Identifier: Apache-2.0
#include "cli/ticket_file.h"

#include <utility>

#include <signpost/dialect.h>
#include <signpost/value.h>

#include "cli/errors.h"
#include "cli/line_reader.h"

namespace signpost::cli {

absl::StatusOr<TicketLine> ParseTicketLine(std::string_view line, std::string_view place) {
  absl::StatusOr<Value> parsed = ParseJson(line);
  if (!parsed.ok()) return WithLinePlace(parsed.status(), place);
  const Value::Object* object = parsed->object();
  if (object == nullptr) return ErrorAt(place, "a ticket must be an object, " + Quoted(line));
  TicketLine out{.id = {}, .request = {}, .place = std::string(place)};
  for (const Attribute& member : *object) {
    std::string* text = member.name == "id"        ? &out.id
                        : member.name == "subject" ? &out.request.subject
                        : member.name == "body"    ? &out.request.body
                        : member.name == "lang"    ? &out.request.lang
                                                   : nullptr;
    if (text == nullptr) continue;
    if (member.value.string() == nullptr) return ErrorAt(place, member.name + " must be a string, " + Quoted(line));
    *text = *member.value.string();
  }
  if (out.id.empty()) return ErrorAt(place, "id is missing, " + Quoted(line));
  if (out.request.body.empty()) return ErrorAt(place, "body is missing, " + Quoted(line));
  return out;
}

absl::StatusOr<std::vector<TicketLine>> ReadTickets(const std::string& path) {
  absl::StatusOr<LineReader> lines = LineReader::Open(path);
  if (!lines.ok()) return lines.status();
  std::vector<TicketLine> out;
  std::string line;
  while (true) {
    absl::StatusOr<bool> more = lines->Next(&line);
    if (!more.ok()) return more.status();
    if (!*more) return out;
    if (line.find_first_not_of(" \t") == line.npos) continue;
    absl::StatusOr<TicketLine> ticket = ParseTicketLine(line, lines->place());
    if (!ticket.ok()) return ticket.status();
    out.push_back(*std::move(ticket));
  }
}

}  // namespace signpost::cli
