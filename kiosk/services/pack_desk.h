// The desk's part for content, over what updates/updates.h does with sticks. What is ready is kept
// until it is used or dropped. Owner: run; borrows the updates and the pack that is shown. The desk's worker only.
#pragma once
#include "show/content_desk.h"
#include "updates/updates.h"

namespace kiosk::services {

class PackDesk final : public show::ContentDesk {
public:
    // `shown` is the version that visitors see now; `shelf` the folder below which previews are found by name.
    PackDesk(updates::PackUpdates& updates, std::string shown, std::filesystem::path shelf)
        : updates_(updates),
          shown_(std::move(shown)),
          shelf_(std::move(shelf))
    {
    }

    screens::ContentView view() override;
    visit::ContentAnswered find(std::vector<std::filesystem::path> const& places) override;
    visit::ContentAnswered use() override;
    visit::ContentAnswered drop() override;
    visit::ContentAnswered go_back() override;

private:
    updates::PackUpdates& updates_;
    std::string shown_;
    std::filesystem::path shelf_;
    std::optional<updates::Staged> staged_;
};

} // namespace kiosk::services
