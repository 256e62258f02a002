// SPDX-License-Identifier: Apache-2.0
// partial_update.h — new values for some attributes of documents that are there: votes, stock, tags.
//
// Cost:     attributes that are not searched change without an analysis of any text: a few microseconds a document, and a copy of
//           what has changed in its segment since the last merge. A document of which a searched attribute changes is indexed anew.
// Order:    filters, facets, custom ranking, sorting and hits follow at once. Of documents that the query does not tell apart,
//           which ones are looked at first follows at the next merge.
// Threads:  plain value types.
// Example:  index.Update({{.object_id = "track-your-order",
//                          .attributes = {{"votes", AttributeUpdate::Operation::kIncrement, 1}}}});
#ifndef SIGNPOST_PARTIAL_UPDATE_H_
#define SIGNPOST_PARTIAL_UPDATE_H_

#include <string>
#include <vector>

#include <signpost/value.h>

namespace signpost::inline v0 {

struct AttributeUpdate {
  enum class Operation {
    kSet,            // the value; null takes the attribute away
    kIncrement,      // adds a number to a number; a missing one counts as 0
    kDecrement,      // subtracts it
    kAdd,            // appends a string or a number to an array; a missing one counts as empty
    kRemove,         // takes all that are equal out of an array
    kAddUnique,      // appends it unless it is there
    kIncrementFrom,  // adds 1 when the number is the integer given; else nothing of the document changes
    kIncrementSet,   // sets the integer given when the number is lower; else nothing of the document changes
  };

  std::string attribute;  // not a member of Document, such as "title"
  Operation operation = Operation::kSet;
  Value value;

  bool operator==(const AttributeUpdate&) const = default;
};

struct PartialUpdate {
  std::string object_id;
  std::string lang;                         // BCP 47 tag; empty: in all languages
  std::vector<AttributeUpdate> attributes;  // one after the other

  bool operator==(const PartialUpdate&) const = default;
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_PARTIAL_UPDATE_H_
