// How kiosk-content validates a content folder (updates/content_judge.h) and prints the result.
#pragma once
#include "updates/content_judge.h"

namespace kiosk::tools {

// The kiosk's own pictures, where the program finds its assets.
std::filesystem::path own_pictures();

// Validates with the kiosk's fonts and pictures and with today's date, and decodes the pictures of the content.
updates::Judged judge(std::filesystem::path const& folder, std::filesystem::path const& pictures = own_pictures());

// "content: 2 errors: it cannot be packed; 1 warning".
std::string verdict(std::filesystem::path const& folder, Problems const& problems);

// The verdict, what there is, and each Problem in a line. The exit code: 1 where there are errors.
int say_judged(std::filesystem::path const& folder, updates::Judged const& judged);

} // namespace kiosk::tools
