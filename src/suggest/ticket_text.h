// SPDX-License-Identifier: Apache-2.0
// ticket_text.h — what of a mail is the problem: sentences, as byte ranges of what was sent.
//
// Threads:  functions of their arguments.
// Cost:     linear in the mail: one analysis of its words, and a look at each.
#ifndef SIGNPOST_SUGGEST_TICKET_TEXT_H_
#define SIGNPOST_SUGGEST_TICKET_TEXT_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include <signpost/ticket.h>

namespace signpost::suggest {

struct ProblemSentence {
  TicketPart part = TicketPart::kBody;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Returns the sentences that say what the matter is: of the subject first, then of the body in its order. The subject of an answer
// ("Re: ...") is that of an older mail: it counts only when the body says nothing.
std::vector<ProblemSentence> FindProblem(std::string_view subject, std::string_view body);

}  // namespace signpost::suggest

#endif  // SIGNPOST_SUGGEST_TICKET_TEXT_H_
