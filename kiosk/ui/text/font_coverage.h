// Which characters the kiosk's fonts have, for checks that draw nothing. Opens the fonts at the first call. One thread.
#pragma once
#include "ui/text/fonts.h"

#include <map>
#include <optional>

namespace kiosk::ui {

class FontCoverage {
public:
    explicit FontCoverage(std::vector<std::filesystem::path> folders = Fonts::installed_folders())
        : folders_(std::move(folders))
    {
    }

    // Also true on a machine without fonts: the content is not at fault there.
    bool has(char32_t character);

private:
    std::vector<std::filesystem::path> folders_;
    std::optional<Fonts> fonts_;
    std::map<char32_t, bool> known_;
};

} // namespace kiosk::ui
