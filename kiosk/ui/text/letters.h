// Which letters the kiosk's fonts have, for those who ask before anything is drawn. The fonts are opened at the first
// question. Owner: whoever asks; one thread.
#pragma once
#include "ui/text/fonts.h"

#include <map>
#include <optional>

namespace kiosk::ui {

class FontLetters {
public:
    explicit FontLetters(std::vector<std::filesystem::path> folders = Fonts::debian_folders())
        : folders_(std::move(folders))
    {
    }

    // True on a machine without fonts, too: that is not the letter's fault.
    bool has(char32_t character);

private:
    std::vector<std::filesystem::path> folders_;
    std::optional<Fonts> fonts_;
    std::map<char32_t, bool> known_;
};

} // namespace kiosk::ui
