@echo off
rem Starts Stockwright: the workbench without arguments, or the headless command that the arguments name.
setlocal
set "install=%~dp0."
if not defined STOCKWRIGHT_HOME set "STOCKWRIGHT_HOME=%LOCALAPPDATA%\Stockwright"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
for %%j in ("%install%\plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%j"
set options=--enable-native-access=ALL-UNNAMED -Dosgi.requiredJavaVersion=21 -Dfile.encoding=UTF-8 "-Djava.util.logging.config.file=%install%\logging.properties"
if not "%~1"=="" goto headless

:workbench
"%java%" %options% -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "%launcher%" -install "%install%" -nosplash -configuration "%STOCKWRIGHT_HOME%\configuration" -data "%STOCKWRIGHT_HOME%\workbench"
if %errorlevel%==23 goto workbench
exit /b %errorlevel%

:headless
"%java%" %options% -Djava.awt.headless=true -Dosgi.startLevel=4 -jar "%launcher%" -install "%install%" -nosplash -configuration "%TEMP%\stockwright-%RANDOM%%RANDOM%" -data @none -application org.stockwright.cli.application %*
exit /b %errorlevel%
