// Content by stick, over what updates/updates.h does with sticks. What is ready is kept until it is used or dropped.
// Owner: run; borrows the updates. The worker of the staff's service only.
#pragma once
#include "services/content_service.h"
#include "updates/updates.h"

namespace kiosk::services {

class StickContent final : public ContentService {
public:
    // `shown` is the version that visitors see now; `shelf` the folder below which previews are found by name.
    StickContent(updates::PackUpdates& updates, std::string shown, std::filesystem::path shelf)
        : updates_(updates),
          shown_(std::move(shown)),
          shelf_(std::move(shelf))
    {
    }

    staff::ContentView view() override;
    staff::ContentReplied find(std::vector<std::filesystem::path> const& places) override;
    staff::ContentReplied use() override;
    staff::ContentReplied drop() override;
    staff::ContentReplied go_back() override;

private:
    updates::PackUpdates& updates_;
    std::string shown_;
    std::filesystem::path shelf_;
    std::optional<updates::Staged> staged_;
};

} // namespace kiosk::services
