// The desk's part for content, over what the staff room does with sticks (updates/updates.h). What is ready is kept
// until it is used or dropped. Owner: run; borrows the updates and the pack that is shown. The desk's worker only.
#pragma once
#include "show/content_desk.h"
#include "updates/updates.h"

namespace kiosk::app {

class PackDesk final : public ContentDesk {
public:
    // `shown` is the version that visitors see now; `shelf` the folder below which previews are found by name.
    PackDesk(staff::PackUpdates& updates, std::string shown, std::filesystem::path shelf)
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
    staff::PackUpdates& updates_;
    std::string shown_;
    std::filesystem::path shelf_;
    std::optional<staff::Staged> staged_;
};

} // namespace kiosk::app
