// SPDX-License-Identifier: Apache-2.0
#include "backend.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <signpost/dialect.h>

namespace {

using signpost::Attribute;
using signpost::Value;

constexpr int kHitsPerPage = 8;

const Value* Find(const Value::Object& object, const std::string& name) {
  for (const Attribute& member : object) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

Value Options(int max_hits, int min_hits) { return Value::Object{{"maxHits", max_hits}, {"minHits", min_hits}}; }

// What this store asks when its page sends a query alone.
Value::Array UsualRequests(bool is_agent) {
  Value::Array out{
      Value::Object{{"indexName", "help"}, {"federationOptions", Options(3, 0)}},
      Value::Object{{"indexName", "community"}, {"filters", "accepted:true"}, {"federationOptions", Options(2, 0)}},
      Value::Object{{"indexName", "products"}, {"filters", "in_stock:true"}},
  };
  // Beside the list, in a group of its own, as agents need to see which replies there are; a shopper never asks for them.
  if (is_agent) out.push_back(Value::Object{{"indexName", "canned"}, {"attributesToRetrieve", Value::Array{"*"}}});
  return out;
}

// The page's request as a federated one, asked by who really asks.
Value::Object FederatedRequestOf(const Value::Object& page, bool is_agent) {
  Value::Object out;
  for (const Attribute& member : page) {
    if (member.name != "audiences" && member.name != "variables") out.push_back(member);
  }
  if (is_agent) out.push_back({"audiences", Value::Array{"agents"}});
  if (Find(page, "requests") == nullptr) {
    out.push_back({"requests", UsualRequests(is_agent)});
    if (!is_agent && Find(page, "federation") == nullptr) {
      out.push_back({"federation", Value::Object{{"hitsPerPage", kHitsPerPage}}});
    }
  }
  return out;
}

// `Hi {{customer_name}}` -> `Hi Ana`; a variable without a value stays, for the agent to see.
std::string Filled(std::string text, const Value::Object& variables) {
  for (const Attribute& variable : variables) {
    const std::string* value = variable.value.string();
    if (value == nullptr) continue;
    const std::string mark = "{{" + variable.name + "}}";
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value->size())) {
      text.replace(at, mark.size(), *value);
    }
  }
  return text;
}

void FillReplies(const Value* variables, signpost::FederatedResponse* response) {
  if (variables == nullptr || variables->object() == nullptr) return;
  for (signpost::FederatedGroup& group : response->groups) {
    if (group.index != "canned") continue;
    for (signpost::Hit& hit : group.response.hits) {
      for (signpost::Section& section : hit.document.sections) {
        section.text = Filled(std::move(section.text), *variables->object());
      }
    }
  }
}

// What the page needs to know before it looks at any hit.
Value::Object DecisionOf(const signpost::FederatedResponse& response) {
  Value::Object out;
  if (response.redirect) out.push_back({"goTo", response.redirect->redirect.url});
  const bool shopping = response.intent && response.intent->kind == signpost::IntentKind::kShopping;
  const bool support = response.intent && response.intent->kind == signpost::IntentKind::kSupport;
  out.push_back({"showSupport", !shopping});
  out.push_back({"showProducts", !support});
  return out;
}

}  // namespace

absl::StatusOr<std::string> Answer(const Store& store, const std::string& request, bool is_agent) {
  absl::StatusOr<Value> page = signpost::ParseJson(request);
  if (!page.ok()) return page.status();
  if (page->object() == nullptr) return absl::InvalidArgumentError("a request must be an object, " + request);
  const std::string json = signpost::ToJson(Value(FederatedRequestOf(*page->object(), is_agent)));
  absl::StatusOr<signpost::FederatedParameters> parameters = signpost::ParseFederatedParameters(json);
  if (!parameters.ok()) return parameters.status();
  absl::StatusOr<signpost::FederatedResponse> response =
      store.federation().Search(parameters->audience, parameters->request);
  if (!response.ok()) return response.status();
  FillReplies(Find(*page->object(), "variables"), &*response);
  const std::string answer = signpost::ToJson(*response, parameters->response_fields);
  return "{\"store\":" + signpost::ToJson(Value(DecisionOf(*response))) + "," + answer.substr(1);
}
